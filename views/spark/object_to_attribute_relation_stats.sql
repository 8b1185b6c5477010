-- views/object_to_attribute_relation_stats.sql in Spark SQL, written by `npm run spark`
-- digest: 26ea25775ab87e09
SELECT
  bbox,
  attribute,
  CAST(SUM(freq_nlp) AS BIGINT) AS freq_nlp,
  CAST(SUM(freq_has_bbox) AS BIGINT) AS freq_has_bbox
FROM region_label_statistics
WHERE
  category_id = 'nlp'
  OR (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  )
GROUP BY
  bbox,
  attribute
