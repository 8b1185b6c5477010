-- views/region_abnormalities.sql in Spark SQL, written by `npm run spark`
-- digest: 4cc3ceeb80028218
WITH described AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    BOOL_OR(is_described) AS is_described
  FROM object_phrases
  GROUP BY ALL
), affirmed AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    BOOL_OR(category_id = 'nlp' AND label_name = 'abnormal') AS says_abnormal,
    BOOL_OR(category_id = 'nlp' AND label_name = 'normal') AS says_normal,
    COUNT(DISTINCT STRUCT(category_id, label_name)) FILTER(WHERE
      category_id IN ('anatomicalfinding', 'disease')) AS n_findings_yes
  FROM object_attributes
  WHERE
    relation = 'yes'
  GROUP BY ALL
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  is_described,
  COALESCE(says_abnormal, FALSE) AS is_abnormal_nlp,
  COALESCE(says_normal, FALSE) AS is_normal_nlp,
  COALESCE(n_findings_yes, 0) > 0 AS is_abnormal_finding,
  COALESCE(n_findings_yes, 0) AS n_findings_yes,
  IF(
    NOT bbox_name IS NULL,
    EXISTS(bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
    NULL
  ) AS has_box
FROM described
LEFT JOIN affirmed
  USING (image_id, study_id, patient_id, bbox_name)
JOIN image_boxes
  USING (image_id, study_id, patient_id)
