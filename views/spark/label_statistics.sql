-- views/label_statistics.sql in Spark SQL, written by `npm run spark`
-- digest: 242569cbbdcf8bbe
WITH mentions AS (
  SELECT
    category_id,
    label_name,
    COUNT(*) FILTER(WHERE
      relation = 'yes') AS freq,
    COUNT(*) FILTER(WHERE
      relation = 'no') AS freq_no
  FROM object_attributes
  WHERE
    relation IN ('yes', 'no')
  GROUP BY ALL
), units AS (
  SELECT
    category_id,
    label_name,
    COUNT(*) FILTER(WHERE
      relation = 'yes') AS n_studies_yes,
    COUNT(*) FILTER(WHERE
      relation = 'no') AS n_studies_no,
    COUNT(DISTINCT patient_id) FILTER(WHERE
      relation = 'yes') AS n_patients_yes
  FROM study_findings
  GROUP BY ALL
)
SELECT
  label_name AS attribute,
  freq,
  freq_no,
  category_id,
  COALESCE(n_studies_yes, 0) AS n_studies_yes,
  COALESCE(n_studies_no, 0) AS n_studies_no,
  COALESCE(n_patients_yes, 0) AS n_patients_yes
FROM mentions
LEFT JOIN units
  USING (category_id, label_name)
