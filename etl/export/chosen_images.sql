-- chosen_images: The images of an export: those of the cohort that its condition, its splits and its subset leave
-- one row per image, with its place among all images of the warehouse, its paths in MIMIC-CXR and MIMIC-CXR-JPG, and its size
create or replace temp table chosen_images as
with conditioned as (
  select *
  from main.cohort
  where ({{condition}}
  )
),
given as (
  select coalesce(bool_or(is_provided), false) as has_splits
  from optional_inputs.provided
  where table_name = 'splits'
),
in_splits as (
  select conditioned.*, coalesce(split, if(has_splits, 'unlisted', 'all')) as export_split
  from conditioned
  cross join given
),
wanted as (
  select *
  from in_splits
  where {{splits}}
),
subset as (
  select patient_id
  from wanted
  group by patient_id
  order by md5('chest-imagenome ' || patient_id), patient_id
  limit {{patients}}
),
numbered as (
  select image_id,
    row_number() over (order by patient_id, study_order nulls last, study_id, image_id)::integer as image_number
  from main.images
),
sizes as (
  select image_id, max("columns") as image_width, max("rows") as image_height
  from optional_inputs.mimic_metadata_if_given
  group by image_id
)
select wanted.*, image_number, image_width, image_height,
  format('files/p{}/p{}/s{}/{}', left(wanted.patient_id::varchar, 2), wanted.patient_id, wanted.study_id, wanted.image_id) as image_path,
  image_path || '.dcm' as dicom_path,
  image_path || '.jpg' as jpg_path
from wanted
semi join subset using (patient_id)
join numbered using (image_id)
left join sizes using (image_id)
order by export_split, image_number
