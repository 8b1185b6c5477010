-- region_texts: What the report says of a region
-- grain: image × bbox_name with at least one sentence
-- rule: the sentences of all sections, white space normalised, each distinct text once; headers such as IMPRESSION: stay
-- tie-break: order of sent_loc (a number; NULL is least), then phrase_id; of equal texts the first stands
-- source: rgrg concatenates and de-duplicates so (users re-create it with a sentence splitter)
-- columns:
--   image_id: the image
--   study_id: the study
--   patient_id: the patient
--   bbox_name: the region
--   is_described: the region's own key says true in at least one entry; NULL where no entry has the key
--   n_phrases: distinct phrase_ids, repeated texts included
--   phrase_ids: their phrase_ids, in order
--   sentences: distinct texts, in order; NULL in a build without text
--   text: the sentences joined by a space; NULL in a build without text
with region_phrases as (
  select image_id, study_id, patient_id, bbox_name, phrase_id,
    min(sent_loc) as sent_loc,
    bool_or(is_described) as is_described
  from main.object_phrases
  group by all
),
region_sentences as (
  select region_phrases.*, trim(regexp_replace(phrase, '\s+', ' ', 'g')) as sentence
  from region_phrases
  left join inputs.phrases using (image_id, study_id, patient_id, phrase_id)
),
told as (
  select *,
    row_number() over (
      partition by image_id, study_id, patient_id, bbox_name, sentence
      order by sent_loc nulls first, phrase_id
    ) = 1 as is_first
  from region_sentences
)
select image_id, study_id, patient_id, bbox_name,
  bool_or(is_described) as is_described,
  count(*) as n_phrases,
  list(phrase_id order by sent_loc nulls first, phrase_id) as phrase_ids,
  list(sentence order by sent_loc nulls first, phrase_id)
    filter (is_first and sentence is not null) as sentences,
  array_to_string(sentences, ' ') as text
from told
group by image_id, study_id, patient_id, bbox_name
