-- views/closed_world_findings.sql in Spark SQL, written by `npm run spark`
-- digest: a5ca55e039dda1da
WITH possible AS (
  SELECT
    bbox_name,
    category_id,
    label_name
  FROM possible_findings
  JOIN labels
    USING (label_name)
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  COALESCE(relation, 'no') AS relation,
  relation IS NULL AS is_assumed
FROM images
CROSS JOIN possible
LEFT JOIN regions_closed
  USING (image_id, study_id, patient_id, bbox_name, category_id, label_name)
