-- views/study_findings.sql in Spark SQL, written by `npm run spark`
-- digest: 12eaa4b9b74af919
SELECT
  study_id,
  patient_id,
  category_id,
  label_name,
  IF(BOOL_OR(relation = 'yes'), 'yes', 'no') AS relation,
  COUNT(*) FILTER(WHERE
    relation = 'yes') AS n_regions_yes,
  COUNT(*) FILTER(WHERE
    relation = 'no') AS n_regions_no,
  (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  ) AS is_finding
FROM report_findings
GROUP BY
  study_id,
  patient_id,
  category_id,
  label_name
