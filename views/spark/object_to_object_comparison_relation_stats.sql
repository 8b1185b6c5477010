-- views/object_to_object_comparison_relation_stats.sql in Spark SQL, written by `npm run spark`
-- digest: b7a2f63435fe3968
SELECT
  bbox,
  comparison,
  attribute,
  CAST(SUM(freq_nlp) AS BIGINT) AS freq_nlp,
  CAST(SUM(freq_have_bboxes) AS BIGINT) AS freq_have_bboxes
FROM comparison_statistics
WHERE
  category_id = 'nlp'
  OR (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  )
GROUP BY
  bbox,
  comparison,
  attribute
