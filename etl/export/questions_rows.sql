-- questions_rows: Why the studies of a split were done, and what their reports answer
-- one row per study with a chosen image and a reason for exam (exam_questions): the question as written, the sentences of the report in its order, and the findings by
-- their last mention; image_path is that of the primary image where it is chosen, else of the first chosen one
with studies as (
  select study_id, patient_id,
    min(image_number) as place,
    min({is_other: frontal_rank, image_id: image_id, jpg_path: jpg_path}) as image
  from chosen
  group by study_id, patient_id
)
select study_id, patient_id,
  image.image_id as image_id,
  image.jpg_path as image_path,
  question,
  coalesce(sentences, []) as sentences,
  findings_yes,
  findings_no,
  place
from main.exam_questions
join studies using (study_id, patient_id)
where question is not null
  and exam_questions.patient_id between getvariable('first_patient') and getvariable('last_patient')
order by place
