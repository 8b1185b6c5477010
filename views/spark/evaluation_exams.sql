-- views/evaluation_exams.sql in Spark SQL, written by `npm run spark`
-- digest: bfa64a54e5004444
WITH listed AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    1 AS exam
  FROM gold_attribute_relations_if_given
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    2
  FROM gold_comparison_relations_if_given
  UNION ALL
  SELECT
    previous_image_id,
    NULL,
    patient_id,
    1
  FROM gold_comparison_relations_if_given
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    NULL
  FROM gold_sentences_if_given
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    NULL
  FROM gold_bboxes_if_given
  UNION ALL
  SELECT
    image_id,
    NULL,
    NULL,
    NULL
  FROM gold_scaling_factors_if_given
), gold_images AS (
  SELECT
    image_id,
    MIN(study_id) AS study_id,
    MIN(patient_id) AS patient_id,
    MIN(exam) AS exam
  FROM listed
  WHERE
    NOT image_id IS NULL
  GROUP BY
    image_id
), known AS (
  SELECT
    image_id,
    COALESCE(images.study_id, gold_images.study_id) AS study_id,
    COALESCE(images.patient_id, gold_images.patient_id) AS patient_id,
    exam,
    study_order,
    study_datetime,
    NOT images.image_id IS NULL AS has_graph
  FROM gold_images
  LEFT JOIN images
    USING (image_id)
), ordered AS (
  SELECT
    *,
    MIN(exam) OVER (PARTITION BY patient_id) AS least_exam,
    MAX(exam) OVER (PARTITION BY patient_id) AS greatest_exam,
    ROW_NUMBER() OVER (
      PARTITION BY patient_id
      ORDER BY study_order NULLS LAST, study_datetime NULLS LAST, study_id NULLS LAST, image_id NULLS LAST
    ) AS place
  FROM known
)
SELECT
  image_id,
  study_id,
  patient_id,
  CAST(CASE
    WHEN NOT exam IS NULL
    THEN exam
    WHEN patient_id IS NULL
    THEN NULL
    WHEN least_exam = 1 AND greatest_exam = 1
    THEN 2
    WHEN least_exam = 2
    THEN 1
    WHEN least_exam IS NULL AND has_graph
    THEN LEAST(place, 2)
  END AS INT) AS exam,
  has_graph
FROM ordered
