-- views/macros/is_finding.sql in Spark SQL, written by `npm run spark`
-- digest: c8b301aef915ddf9
SELECT
  NOT :category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality') AS is_finding
