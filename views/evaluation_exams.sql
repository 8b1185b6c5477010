-- evaluation_exams: The annotated exams: which is the first and which the second of a gold patient
-- grain: image of a gold table
-- rule: an image of gold_attribute_relations is a first exam, one of gold_comparison_relations a second, the previous image of that
--   a first. For images of the other gold tables the other exam of the patient decides, else study_order and study_datetime of
--   the graphs: the earliest is the first. exam is NULL where nothing says it. An exam in which the annotators found nothing has no
--   row in those two tables and is here by the other ones
-- tie-break: least study_id, then least image_id, at the same study_order and study_datetime; the lesser exam where tables disagree
-- source: the gold files of the dataset: findings are annotated of 500 first exams, comparisons of 500 second ones, boxes of both
-- columns:
--   image_id, study_id, patient_id
--   exam: 1 or 2; findings are annotated of exam 1, comparisons of exam 2, boxes of both
--   has_graph: images has it; without a graph every annotated relation is missed
with listed as (
  select image_id, study_id, patient_id, 1 as exam from optional_inputs.gold_attribute_relations_if_given
  union all
  select image_id, study_id, patient_id, 2 from optional_inputs.gold_comparison_relations_if_given
  union all
  select previous_image_id, null, patient_id, 1 from optional_inputs.gold_comparison_relations_if_given
  union all
  select image_id, study_id, patient_id, null from optional_inputs.gold_sentences_if_given
  union all
  select image_id, study_id, patient_id, null from optional_inputs.gold_bboxes_if_given
  union all
  select image_id, null, null, null from optional_inputs.gold_scaling_factors_if_given
),
gold_images as (
  select image_id, min(study_id) as study_id, min(patient_id) as patient_id, min(exam) as exam
  from listed
  where image_id is not null
  group by image_id
),
known as (
  select image_id,
    coalesce(images.study_id, gold_images.study_id) as study_id,
    coalesce(images.patient_id, gold_images.patient_id) as patient_id,
    exam, study_order, study_datetime,
    images.image_id is not null as has_graph
  from gold_images
  left join main.images using (image_id)
),
ordered as (
  select *,
    min(exam) over (partition by patient_id) as least_exam,
    max(exam) over (partition by patient_id) as greatest_exam,
    row_number() over (
      partition by patient_id
      order by study_order nulls last, study_datetime nulls last, study_id, image_id
    ) as place
  from known
)
select image_id, study_id, patient_id,
  case
    when exam is not null then exam
    when patient_id is null then null
    when least_exam = 1 and greatest_exam = 1 then 2
    when least_exam = 2 then 1
    when least_exam is null and has_graph then least(place, 2)
  end::integer as exam,
  has_graph
from ordered
