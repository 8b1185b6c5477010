-- questions_rows: Why the studies of a split were done, and what their reports answer
-- one row per study with a chosen image and a reason for exam, as exam_questions has it, worked out for the patients of the slice alone: the question as written, the sentences of the report in its order, and the findings by
-- their last mention; image_path is that of the primary image where it is chosen, else of the first chosen one
with chosen_studies as (
  select study_id, patient_id,
    min(image_number) as place,
    min({frontal_rank: frontal_rank, image_id: image_id, jpg_path: jpg_path}) as image
  from chosen
  group by study_id, patient_id
),
sentences as (
  select study_id, patient_id, phrase_id, min(sent_loc) as sent_loc, min(phrase) as phrase
  from optional_inputs.phrases_if_given
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by study_id, patient_id, phrase_id
),
reports as (
  select study_id, patient_id, list(phrase order by sent_loc nulls first, phrase_id) as sentences
  from sentences
  semi join chosen_studies using (study_id, patient_id)
  group by study_id, patient_id
),
answers as (
  select study_id, patient_id,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name) filter (relation = 'yes') as findings_yes,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name) filter (relation = 'no') as findings_no
  from main.report_findings
  semi join chosen_studies using (study_id, patient_id)
  where is_finding and report_findings.patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by study_id, patient_id
)
select study_id, patient_id,
  image.image_id as image_id,
  image.jpg_path as image_path,
  reason_for_exam as question,
  coalesce(sentences, []) as sentences,
  coalesce(findings_yes, []) as findings_yes,
  coalesce(findings_no, []) as findings_no,
  place
from main.studies
join chosen_studies using (study_id, patient_id)
left join reports using (study_id, patient_id)
left join answers using (study_id, patient_id)
where reason_for_exam is not null
  and studies.patient_id between getvariable('first_patient') and getvariable('last_patient')
order by place
