-- views/lateralities.sql in Spark SQL, written by `npm run spark`
-- digest: 58d39a80408e5f14
WITH stated AS (
  SELECT
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    BOOL_OR(side_stated) AS side_stated
  FROM region_findings
  WHERE
    is_finding
  GROUP BY
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name
), affirmed AS (
  SELECT
    study_id,
    patient_id,
    category_id,
    label_name,
    bbox_name,
    side,
    side_stated
  FROM report_findings
  JOIN regions
    USING (bbox_name)
  LEFT JOIN stated
    USING (study_id, patient_id, bbox_name, category_id, label_name)
  WHERE
    relation = 'yes' AND is_finding
)
SELECT
  study_id,
  patient_id,
  category_id,
  label_name,
  COUNT(*) FILTER(WHERE
    side = 'left') AS n_left,
  COUNT(*) FILTER(WHERE
    side = 'right') AS n_right,
  COUNT(*) FILTER(WHERE
    side = 'midline') AS n_midline,
  COUNT(*) FILTER(WHERE
    side = 'left' AND side_stated) AS n_left_stated,
  COUNT(*) FILTER(WHERE
    side = 'right' AND side_stated) AS n_right_stated,
  CASE
    WHEN n_left_stated > 0 AND n_right_stated > 0
    THEN 'bilateral'
    WHEN n_left_stated > 0
    THEN 'left'
    WHEN n_right_stated > 0
    THEN 'right'
    WHEN n_left > 0 AND n_right > 0
    THEN IF(COUNT(side_stated) > 0, 'not stated', NULL)
    WHEN n_left > 0
    THEN 'left'
    WHEN n_right > 0
    THEN 'right'
    WHEN n_midline > 0
    THEN 'midline'
  END AS laterality,
  IF(
    ARRAY_SIZE(
      COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
    ) > 0,
    TRANSFORM(
      ARRAY_SORT(
        COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
      ),
      boxed -> boxed.item
    ),
    NULL
  ) AS bbox_names
FROM affirmed
GROUP BY
  study_id,
  patient_id,
  category_id,
  label_name
