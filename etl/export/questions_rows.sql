-- questions_rows: Why the studies of a split were done, and what their reports answer
-- one row per study with a chosen image and a reason for exam: exam_questions, worked out for the studies of the slice alone; image_path is that of the primary image where it is chosen,
-- else of the first chosen one
with chosen_studies as (
  select study_id, patient_id,
    min(image_number) as place,
    min({frontal_rank: frontal_rank, image_id: image_id, jpg_path: jpg_path}) as image
  from chosen
  group by study_id, patient_id
),
study_phrases as (
  select *
  from optional_inputs.phrases_if_given
  semi join chosen_studies using (study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
study_findings as (
  select *
  from main.report_findings
  semi join chosen_studies using (study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
slice_studies as (
  select *
  from main.studies
  semi join chosen_studies using (study_id, patient_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
answered as (
  {{view exam_questions, optional_inputs.phrases_if_given as study_phrases, main.report_findings as study_findings, main.studies as slice_studies}}
)
select study_id, patient_id,
  image.image_id as image_id,
  image.jpg_path as image_path,
  question,
  coalesce(sentences, []) as sentences, findings_yes, findings_no, place
from answered
join chosen_studies using (study_id, patient_id)
where question is not null
order by place
