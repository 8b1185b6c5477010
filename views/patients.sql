-- patients: One row per patient
-- grain: patient
-- rule: over the patient's images in the warehouse; studies without a graph are not counted
-- tie-break: the gender of the latest image that has one, then of the greatest image_id
-- source: what people look for first, and what a rate should count
-- columns:
--   patient_id, gender
--   n_studies: studies with a graph
--   n_images: images with a graph
--   first_study_datetime: time of the earliest study, shifted
--   last_study_datetime: time of the latest study, shifted; a study has the earliest time of its images
--   is_gold: the patient has an image in one of the gold tables; NULL without gold input
with latest as (
  select patient_id, max(study_datetime) as last_study_datetime
  from main.patient_sequences
  group by patient_id
)
select patient_id,
  (max({is_timed: study_datetime is not null, study_datetime: study_datetime, image_id: image_id, gender: gender})
    filter (gender is not null)).gender as gender,
  count(distinct study_id) as n_studies,
  count(*) as n_images,
  min(study_datetime) as first_study_datetime,
  any_value(latest.last_study_datetime) as last_study_datetime,
  bool_or(is_gold_patient) as is_gold
from main.cohort
left join latest using (patient_id)
group by patient_id
