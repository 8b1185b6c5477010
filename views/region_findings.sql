-- region_findings: Findings of a region of an image, by the three polarity rules side by side
-- grain: image × bbox_name × category_id × label_name
-- rule: any_yes: any sentence affirms it; last_mention: the mention with the greatest sent_loc (a number; NULL is least) over all
--   sections; last_mention_final: the same over section finalreport. Only yes and no count. What no sentence mentions has no row:
--   it is neither no nor 0. side_stated and place_stated look at every sentence that mentions it, whatever the sentence says
-- tie-break: yes over no at the same sent_loc; then the greatest phrase_id (mention_place); for first_phrase_id the least
-- source: any yes: MedVQA, ChEX; last mention: the dataset's own utility, mimic-cxr-vqa
-- stored: by image, bbox_name, category_id, label_name
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   any_yes: any sentence affirms it
--   last_mention: yes or no
--   last_mention_final: yes or no; NULL when section finalreport does not mention it
--   state: yes or no when all sentences agree, else conflict
--   n_yes, n_no
--   first_phrase_id: the sentence of the first mention
--   last_phrase_id, has_box
--   side_stated: a sentence that mentions it names the side of the region (states_side); NULL without text or side
--   place_stated: a sentence that mentions it names the region, or a place below it if it is a whole lung (states_place); NULL without text or side
--   is_finding
--   phrase_ids: the sentences that mention it, in the order of the report
with mentioned as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name,
    list_sort(list(mention_place(sent_loc, relation, phrase_id, section))) as places,
    bool_or(side_stated) as side_stated,
    bool_or(place_stated) as place_stated
  from main.object_attributes
  left join main.stated_places using (image_id, study_id, patient_id, bbox_name, phrase_id)
  where relation in ('yes', 'no')
  group by image_id, study_id, patient_id, bbox_name, category_id, label_name
),
findings as (
  select *,
    list_filter(places, lambda place: place.relation = 'yes') as affirmed,
    list_filter(places, lambda place: place.relation = 'no') as denied,
    list_transform(places, lambda place: {sent_loc: place.sent_loc, phrase_id: place.phrase_id}) as mentions,
    if(len(places) = 1, mentions, list_sort(list_distinct(mentions))) as sentences
  from mentioned
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  len(affirmed) > 0 as any_yes,
  places[-1].relation as last_mention,
  list_filter(places, lambda place: place.section = 'finalreport')[-1].relation as last_mention_final,
  case when len(denied) = 0 then 'yes' when any_yes then 'conflict' else 'no' end as state,
  list_unique(list_transform(affirmed, lambda place: place.phrase_id))::bigint as n_yes,
  list_unique(list_transform(denied, lambda place: place.phrase_id))::bigint as n_no,
  sentences[1].phrase_id as first_phrase_id,
  places[-1].phrase_id as last_phrase_id,
  list_contains(bbox_names, bbox_name) as has_box,
  side_stated, place_stated,
  is_finding(category_id) as is_finding,
  list_transform(sentences, lambda sentence: sentence.phrase_id) as phrase_ids
from findings
join main.image_boxes using (image_id, study_id, patient_id)
