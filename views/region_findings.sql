-- region_findings: Findings of a region of an image, by the three polarity rules side by side
-- grain: image × bbox_name × category_id × label_name
-- rule: any_yes: any sentence affirms it; last_mention: the mention with the greatest sent_loc (a number; NULL is least) over all
--   sections; last_mention_final: the same over section finalreport. Only yes and no count. What no sentence mentions has no row:
--   it is neither no nor 0
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
with mentions as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name, relation, phrase_id, section,
    mention_place(sent_loc, relation, phrase_id, section) as place
  from main.object_attributes
  where relation in ('yes', 'no')
),
findings as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name,
    bool_or(relation = 'yes') as any_yes,
    max(place).relation as last_mention,
    (max(place) filter (section = 'finalreport')).relation as last_mention_final,
    count(distinct phrase_id) filter (relation = 'yes') as n_yes,
    count(distinct phrase_id) filter (relation = 'no') as n_no,
    bool_and(relation = 'yes') as all_yes,
    min({sent_loc: place.sent_loc, phrase_id: phrase_id}).phrase_id as first_phrase_id,
    max(place).phrase_id as last_phrase_id
  from mentions
  group by image_id, study_id, patient_id, bbox_name, category_id, label_name
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  any_yes, last_mention, last_mention_final,
  case when all_yes then 'yes' when any_yes then 'conflict' else 'no' end as state,
  n_yes, n_no, first_phrase_id, last_phrase_id,
  region_boxes.n_boxes is not null as has_box
from findings
left join main.region_boxes using (image_id, study_id, patient_id, bbox_name)
