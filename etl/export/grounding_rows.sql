-- grounding_rows: Regions of the images of a split to locate, to describe, or both
-- one row per chosen image and region: a box in the 224 frame and as fractions of it (anatomy_locations), the sentences about the region in the order of the report
-- (anatomy_descriptions, worked out for the chosen images alone). locate has the regions with a box, describe those with a sentence, both those of the 29 that have both
with located as (
  select image_id, study_id, patient_id, bbox_name, x1, y1, x2, y2, is_both_29
  from main.anatomy_locations
  semi join chosen using (image_id, study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
chosen_mentions as (
  select *
  from main.object_phrases
  semi join chosen using (image_id, study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
chosen_phrases as (
  select *
  from optional_inputs.phrases_if_given
  semi join chosen using (image_id, study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
chosen_texts as (
  {{view region_texts, main.object_phrases as chosen_mentions, optional_inputs.phrases_if_given as chosen_phrases}}
),
described as (
  {{view anatomy_descriptions, main.region_texts as chosen_texts}}
),
regions_chosen as (
  {{regions}}
)
select regions_chosen.*, jpg_path as image_path, image_number
from regions_chosen
join chosen using (image_id, study_id, patient_id)
order by image_number, bbox_name
