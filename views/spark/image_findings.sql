-- views/image_findings.sql in Spark SQL, written by `npm run spark`
-- digest: 26556a05363b2587
SELECT
  image_id,
  study_id,
  patient_id,
  category_id,
  label_name,
  IF(BOOL_OR(last_mention = 'yes'), 'yes', 'no') AS relation,
  COUNT(*) FILTER(WHERE
    last_mention = 'yes') AS n_regions_yes,
  COUNT(*) FILTER(WHERE
    last_mention = 'no') AS n_regions_no,
  (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  ) AS is_finding
FROM region_findings
GROUP BY
  image_id,
  study_id,
  patient_id,
  category_id,
  label_name
