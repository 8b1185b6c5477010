-- views/cohort.sql in Spark SQL, written by `npm run spark`
-- digest: 575477b844a95307
WITH given AS (
  SELECT
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'images_to_avoid'), FALSE) AS has_avoid,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name LIKE 'gold\\_%' ESCAPE '\\'), FALSE) AS has_gold
  FROM provided
), listed AS (
  SELECT
    image_id,
    MIN(split) AS split
  FROM splits_if_given
  GROUP BY
    image_id
), avoided AS (
  SELECT DISTINCT
    image_id
  FROM images_to_avoid_if_given
), gold_images AS (
  SELECT
    image_id
  FROM gold_attribute_relations_if_given
  UNION
  SELECT
    image_id
  FROM gold_object_attributes_if_given
  UNION
  SELECT
    image_id
  FROM gold_comparison_relations_if_given
  UNION
  SELECT
    previous_image_id
  FROM gold_comparison_relations_if_given
  UNION
  SELECT
    image_id
  FROM gold_object_comparisons_if_given
  UNION
  SELECT
    previous_image_id
  FROM gold_object_comparisons_if_given
  UNION
  SELECT
    image_id
  FROM gold_sentences_if_given
  UNION
  SELECT
    image_id
  FROM gold_bboxes_if_given
  UNION
  SELECT
    image_id
  FROM gold_annotator_bboxes_if_given
  UNION
  SELECT
    image_id
  FROM gold_baseline_object_attributes_if_given
  UNION
  SELECT
    image_id
  FROM gold_scaling_factors_if_given
  UNION
  SELECT
    image_id
  FROM gold_auto_bboxes_if_given
), gold_patients AS (
  SELECT DISTINCT
    patient_id
  FROM images
  SEMI JOIN gold_images
    USING (image_id)
), region_counts AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    COUNT(DISTINCT bbox_name) AS n_regions_described
  FROM object_phrases
  GROUP BY ALL
)
SELECT
  images.image_id,
  images.study_id,
  images.patient_id,
  viewpoint,
  gender,
  age_decile,
  study_order,
  study_datetime,
  split,
  IF(has_avoid, NOT avoided.image_id IS NULL, NULL) AS to_avoid,
  IF(has_gold, NOT gold_images.image_id IS NULL, NULL) AS is_gold,
  IF(has_gold, NOT gold_patients.patient_id IS NULL, NULL) AS is_gold_patient,
  ROW_NUMBER() OVER (
    PARTITION BY images.study_id, images.patient_id
    ORDER BY CASE viewpoint WHEN 'PA' THEN 1 WHEN 'AP' THEN 2 ELSE 3 END NULLS LAST, images.image_id NULLS LAST
  ) AS frontal_rank,
  CAST(COALESCE(
    IF(
      ARRAY_SIZE(n_boxes) > 0,
      AGGREGATE(n_boxes, CAST(0 AS BIGINT), (total, item) -> total + COALESCE(item, 0)),
      NULL
    ),
    0
  ) AS BIGINT) AS n_boxes,
  COALESCE(n_regions_described, 0) AS n_regions_described
FROM images
CROSS JOIN given
LEFT JOIN listed
  ON listed.image_id = images.image_id
LEFT JOIN avoided
  ON avoided.image_id = images.image_id
LEFT JOIN gold_images
  ON gold_images.image_id = images.image_id
LEFT JOIN gold_patients
  ON gold_patients.patient_id = images.patient_id
JOIN image_boxes
  ON image_boxes.image_id = images.image_id
  AND image_boxes.study_id = images.study_id
  AND image_boxes.patient_id = images.patient_id
LEFT JOIN region_counts
  ON region_counts.image_id = images.image_id
  AND region_counts.study_id = images.study_id
  AND region_counts.patient_id = images.patient_id
