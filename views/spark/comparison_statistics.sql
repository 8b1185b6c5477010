-- views/comparison_statistics.sql in Spark SQL, written by `npm run spark`
-- digest: 4cdd23f154e26180
WITH compared AS (
  SELECT
    image_id,
    previous_image_id,
    bbox_name,
    comparison,
    category_id,
    label_name,
    COUNT(*) AS n
  FROM comparisons
  WHERE
    relation = 'yes' AND NOT comparison IS NULL
  GROUP BY ALL
)
SELECT
  bbox_name AS bbox,
  comparison,
  label_name AS attribute,
  CAST(SUM(n) AS BIGINT) AS freq_nlp,
  CAST(COALESCE(
    SUM(n) FILTER(WHERE
      IF(
        NOT bbox_name IS NULL,
        EXISTS(now.bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
        NULL
      )
      AND IF(
        NOT bbox_name IS NULL,
        EXISTS(before.bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
        NULL
      )),
    0
  ) AS BIGINT) AS freq_have_bboxes,
  category_id
FROM compared
JOIN image_boxes AS now
  ON now.image_id = compared.image_id
LEFT JOIN image_boxes AS before
  ON before.image_id = compared.previous_image_id
GROUP BY ALL
