-- views/macros/region_findings_by.sql in Spark SQL, written by `npm run spark`
-- digest: 472fde95f631e528
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  CASE :rule
    WHEN 'last_mention'
    THEN last_mention
    WHEN 'last_mention_final'
    THEN last_mention_final
    WHEN 'any_yes'
    THEN IF(any_yes, 'yes', 'no')
    WHEN 'state'
    THEN state
    ELSE RAISE_ERROR('expected rule := last_mention, last_mention_final, any_yes or state')
  END AS relation
FROM region_findings
WHERE
  is_finding
