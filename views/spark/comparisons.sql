-- views/comparisons.sql in Spark SQL, written by `npm run spark`
-- digest: dd53c90c4f0eccb5
WITH compared AS (
  SELECT
    comparison_relations.*,
    unnested.item_0 AS comparison
  FROM comparison_relations
  LATERAL VIEW
  EXPLODE(IF(ARRAY_SIZE(comparisons) = 0, ARRAY(NULL), comparisons)) unnested AS item_0
), findings AS (
  SELECT
    compared.*,
    unnested.item_0 AS attribute
  FROM compared
  LATERAL VIEW
  EXPLODE(IF(ARRAY_SIZE(attributes) = 0, ARRAY(NULL), attributes)) unnested AS item_0
)
SELECT
  findings.image_id,
  findings.study_id,
  findings.patient_id,
  relationship_index,
  relationship_id,
  bbox_name,
  comparison,
  SPLIT_PART(attribute, '|', 1) AS category_id,
  SPLIT_PART(attribute, '|', 2) AS relation,
  REGEXP_EXTRACT(attribute, '(?ds)^[^|]*\\|[^|]*\\|(.*)\\z', 1) AS label_name,
  phrase_id,
  sent_loc,
  previous_image_id,
  COALESCE(previous.study_id, previous_study_id) AS previous_study_id,
  images.study_datetime,
  previous.study_datetime AS previous_study_datetime,
  CAST(DATEDIFF(CAST(images.study_datetime AS DATE), CAST(previous.study_datetime AS DATE)) AS INT) AS gap_days,
  ARRAY_SIZE(comparisons) AS n_comparisons,
  previous.image_id IS NULL AS is_previous_missing,
  COALESCE(previous_image_id = findings.image_id, FALSE) AS is_same_image,
  previous.patient_id <> findings.patient_id AS is_cross_patient,
  previous.study_datetime >= images.study_datetime AS is_not_earlier,
  COALESCE(
    ARRAY_MAX(
      TRANSFORM(
        ARRAY(subject_id, object_id),
        id -> NULLIF(REGEXP_EXTRACT(id, '(?ds)^[^_]*_(.*)\\z', 1), '') <> bbox_name
      )
    ),
    FALSE
  ) AS is_region_mismatch
FROM findings
JOIN images
  USING (image_id, study_id, patient_id)
LEFT JOIN images AS previous
  ON previous.image_id = previous_image_id
