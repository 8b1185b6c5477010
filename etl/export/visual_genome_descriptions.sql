-- visual_genome_descriptions: The sentences of a slice, each with the region that it is about
-- one row per object_phrases row: a sentence of the report and a region; object_id is NULL where the region has no usable box
create or replace temp table genome_descriptions as
with described as (
  select image_id, study_id, patient_id, bbox_name, phrase_id,
    (descriptions_before + row_number() over (partition by image_id order by entry_index, phrase_index))::bigint as region_id
  from main.object_phrases
  join genome_places using (image_id)
  semi join chosen using (image_id, study_id, patient_id)
  where object_phrases.patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select object_id, region_id, coalesce(phrase, '') as phrase
from described
left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
left join genome_objects using (image_id, bbox_name)
