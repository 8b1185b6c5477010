-- patient_sequences: The studies of a patient in time
-- grain: patient × study
-- rule: a study has the least study_order and the earliest study_datetime of its images; studies are ordered by study_datetime,
--   study_order (NULL last for both) and study_id. Gaps are to the study before; negative never, NULL when a time is not known
-- tie-break: study_id for studies of the same time and order; PA, AP, others, then the least image_id for primary_image_id
-- source: StudyOrder ranks by date; several projects order same-day studies by date alone, which leaves their order to chance
-- stored: by study
-- columns:
--   patient_id, study_id
--   study_order: the least of its images, as written; may have gaps, as it counts studies without a graph too
--   study_datetime: the earliest of its images, shifted
--   sequence_number: 1 … n among the patient's studies that have a graph
--   previous_study_id: the study before; NULL for the first
--   next_study_id: the study after; NULL for the last
--   gap_days: calendar days since the study before
--   gap_hours: hours since the study before
--   n_images: images of the study
--   primary_image_id: the image that stands for the study
--   findings_yes: sorted distinct label_names that study_findings affirms and that are findings (is_finding); [] when there are none
with studies as (
  select patient_id, study_id,
    min(study_order) as study_order,
    min(study_datetime) as study_datetime,
    count(*) as n_images,
    min({preference: frontal_preference(viewpoint), image_id: image_id}).image_id as primary_image_id
  from main.images
  group by patient_id, study_id
),
affirmed as (
  select patient_id, study_id, list_sort(list(distinct label_name)) as findings_yes
  from main.study_findings
  where relation = 'yes' and is_finding
  group by patient_id, study_id
)
select patient_id, study_id, study_order, study_datetime,
  row_number() over in_time as sequence_number,
  lag(study_id) over in_time as previous_study_id,
  lead(study_id) over in_time as next_study_id,
  date_diff('day', (lag(study_datetime) over in_time)::date, study_datetime::date)::integer as gap_days,
  epoch(study_datetime - lag(study_datetime) over in_time) / 3600 as gap_hours,
  n_images, primary_image_id,
  coalesce(findings_yes, []) as findings_yes
from studies
left join affirmed using (patient_id, study_id)
window in_time as (
  partition by patient_id
  order by study_datetime nulls last, study_order nulls last, study_id
)
