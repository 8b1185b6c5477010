-- cohort: Who is in which list, and what an image offers
-- grain: row of images
-- rule: split, to_avoid and is_gold say where the image is listed; nothing is filtered. A column is NULL where the list it needs
--   was not given, so write `is not true` where NULL should pass. frontal_rank orders the images of a study: PA, AP, others
-- tie-break: least image_id for frontal_rank; the least split by name where an image is in several (see reconciliation)
-- source: sixteen projects join these lists, each by hand
-- stored: by image
-- columns:
--   image_id, study_id, patient_id, viewpoint, gender, age_decile, study_order
--   study_datetime: shifted date and time of the study
--   split: train, valid or test (stem of the list's file); NULL when in none
--   to_avoid: in images_to_avoid; NULL without that list
--   is_gold: in one of the gold tables; NULL without gold input
--   is_gold_patient: the patient has an image in one of the gold tables; NULL without gold input
--   frontal_rank: 1 … n in its study; 1 is patient_sequences.primary_image_id
--   n_boxes: usable boxes (ok or clipped, see boxes)
--   n_regions_described: distinct bbox_name with a sentence
with given as (
  select
    coalesce(bool_or(is_provided) filter (table_name = 'images_to_avoid'), false) as has_avoid,
    coalesce(bool_or(is_provided) filter (table_name like 'gold\_%' escape '\'), false) as has_gold
  from optional_inputs.provided
),
listed as (
  select image_id, min(split) as split
  from optional_inputs.splits_if_given
  group by image_id
),
avoided as (
  select distinct image_id from optional_inputs.images_to_avoid_if_given
),
gold_images as (
  select image_id from optional_inputs.gold_attribute_relations_if_given
  union
  select image_id from optional_inputs.gold_object_attributes_if_given
  union
  select image_id from optional_inputs.gold_comparison_relations_if_given
  union
  select previous_image_id from optional_inputs.gold_comparison_relations_if_given
  union
  select image_id from optional_inputs.gold_object_comparisons_if_given
  union
  select previous_image_id from optional_inputs.gold_object_comparisons_if_given
  union
  select image_id from optional_inputs.gold_sentences_if_given
  union
  select image_id from optional_inputs.gold_bboxes_if_given
  union
  select image_id from optional_inputs.gold_annotator_bboxes_if_given
  union
  select image_id from optional_inputs.gold_baseline_object_attributes_if_given
  union
  select image_id from optional_inputs.gold_scaling_factors_if_given
  union
  select image_id from optional_inputs.gold_auto_bboxes_if_given
),
gold_patients as (
  select distinct patient_id
  from main.images
  semi join gold_images using (image_id)
),
region_counts as (
  select image_id, study_id, patient_id, count(distinct bbox_name) as n_regions_described
  from main.object_phrases
  group by all
)
select images.image_id, images.study_id, images.patient_id,
  viewpoint, gender, age_decile, study_order, study_datetime,
  split,
  if(has_avoid, avoided.image_id is not null, null) as to_avoid,
  if(has_gold, gold_images.image_id is not null, null) as is_gold,
  if(has_gold, gold_patients.patient_id is not null, null) as is_gold_patient,
  row_number() over (
    partition by images.study_id, images.patient_id
    order by frontal_preference(viewpoint), images.image_id
  ) as frontal_rank,
  coalesce(list_sum(n_boxes), 0)::bigint as n_boxes,
  coalesce(n_regions_described, 0) as n_regions_described
from main.images
cross join given
left join listed on listed.image_id = images.image_id
left join avoided on avoided.image_id = images.image_id
left join gold_images on gold_images.image_id = images.image_id
left join gold_patients on gold_patients.patient_id = images.patient_id
join main.image_boxes
  on image_boxes.image_id = images.image_id and image_boxes.study_id = images.study_id and image_boxes.patient_id = images.patient_id
left join region_counts
  on region_counts.image_id = images.image_id and region_counts.study_id = images.study_id and region_counts.patient_id = images.patient_id
