-- views/region_label_statistics.sql in Spark SQL, written by `npm run spark`
-- digest: 1465879ad42d70bb
WITH mentions AS (
  SELECT
    image_id,
    bbox_name,
    category_id,
    label_name,
    COUNT(*) AS n
  FROM object_attributes
  WHERE
    relation = 'yes'
  GROUP BY ALL
)
SELECT
  mentions.bbox_name AS bbox,
  label_name AS attribute,
  CAST(SUM(n) AS BIGINT) AS freq_nlp,
  CAST(COALESCE(
    SUM(n) FILTER(WHERE
      IF(
        NOT bbox_name IS NULL,
        EXISTS(bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
        NULL
      )),
    0
  ) AS BIGINT) AS freq_has_bbox,
  category_id
FROM mentions
JOIN image_boxes
  USING (image_id)
GROUP BY ALL
