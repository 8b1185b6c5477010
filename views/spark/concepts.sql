-- views/concepts.sql in Spark SQL, written by `npm run spark`
-- digest: aac557d5146e3d86
SELECT
  unnested.item_0 AS cui,
  'region' AS kind,
  bbox_name,
  CAST(NULL AS STRING) AS category_id,
  CAST(NULL AS STRING) AS label_name
FROM regions
LATERAL VIEW
EXPLODE(cuis) unnested AS item_0
UNION ALL
SELECT
  unnested.item_0,
  'finding',
  NULL,
  category_id,
  label_name
FROM labels
LATERAL VIEW
EXPLODE(cuis) unnested AS item_0
