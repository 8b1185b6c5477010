-- region_texts: What the report says of a region
-- grain: image × bbox_name with at least one sentence
-- rule: the sentences of all sections, white space normalised, each distinct text once; headers such as IMPRESSION: stay
-- tie-break: order of sent_loc (a number; NULL is least), then phrase_id; of equal texts the first stands
-- source: rgrg concatenates and de-duplicates so (users re-create it with a sentence splitter)
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   is_described: the region's own key says true in at least one entry; NULL where no entry has the key
--   n_phrases: distinct phrase_ids, repeated texts included
--   phrase_ids: their phrase_ids, in order
--   sentences: distinct texts, in order; NULL in a build without text
--   text: the sentences joined by a space; NULL in a build without text
with sentences as (
  select image_id, study_id, patient_id, phrase_id, trim(regexp_replace(phrase, '\s+', ' ', 'g')) as sentence
  from optional_inputs.phrases_if_given
),
region_phrases as (
  select image_id, study_id, patient_id, bbox_name, phrase_id,
    {sent_loc: coalesce(min(sent_loc), '-infinity'::double), phrase_id: phrase_id} as place,
    bool_or(is_described) as is_described
  from main.object_phrases
  group by image_id, study_id, patient_id, bbox_name, phrase_id
),
said as (
  select image_id, study_id, patient_id, bbox_name, sentence,
    bool_or(is_described) as is_described,
    list(place) as places
  from region_phrases
  left join sentences using (image_id, study_id, patient_id, phrase_id)
  group by image_id, study_id, patient_id, bbox_name, sentence
)
select image_id, study_id, patient_id, bbox_name,
  bool_or(is_described) as is_described,
  sum(len(places))::bigint as n_phrases,
  list_transform(list_sort(flatten(list(places))), lambda place: place.phrase_id) as phrase_ids,
  list(sentence order by list_min(places)) filter (sentence is not null) as sentences,
  array_to_string(sentences, ' ') as text
from said
group by image_id, study_id, patient_id, bbox_name
