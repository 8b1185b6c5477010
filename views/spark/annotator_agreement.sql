-- views/annotator_agreement.sql in Spark SQL, written by `npm run spark`
-- digest: ee6244e401528558
WITH drawn AS (
  SELECT
    annotator,
    image_id,
    bbox_name,
    BOOL_OR(is_usable) AS has_box,
    STRUCT(
      GREATEST(MIN(x1) FILTER(WHERE
        is_usable), 0) IS NULL AS x1_is_null,
      GREATEST(MIN(x1) FILTER(WHERE
        is_usable), 0) AS x1,
      GREATEST(MIN(y1) FILTER(WHERE
        is_usable), 0) IS NULL AS y1_is_null,
      GREATEST(MIN(y1) FILTER(WHERE
        is_usable), 0) AS y1,
      LEAST(MAX(x2) FILTER(WHERE
        is_usable), 224) IS NULL AS x2_is_null,
      LEAST(MAX(x2) FILTER(WHERE
        is_usable), 224) AS x2,
      LEAST(MAX(y2) FILTER(WHERE
        is_usable), 224) IS NULL AS y2_is_null,
      LEAST(MAX(y2) FILTER(WHERE
        is_usable), 224) AS y2
    ) AS box
  FROM (
    SELECT
      *,
      CASE
        WHEN 224 IS NULL OR 224 IS NULL
        THEN NULL
        WHEN x1 IS NULL OR y1 IS NULL OR x2 IS NULL OR y2 IS NULL
        THEN 'missing'
        WHEN x2 < x1 OR y2 < y1
        THEN 'inverted'
        WHEN x2 = x1 OR y2 = y1
        THEN 'zero_area'
        WHEN x2 <= 0 OR y2 <= 0 OR x1 >= 224 OR y1 >= 224
        THEN 'outside'
        WHEN x1 < 0 OR y1 < 0 OR x2 > 224 OR y2 > 224
        THEN 'clipped'
        ELSE 'ok'
      END IN ('ok', 'clipped') AS is_usable
    FROM gold_annotator_bboxes_if_given
  )
  WHERE
    NOT image_id IS NULL AND NOT bbox_name IS NULL
  GROUP BY
    annotator,
    image_id,
    bbox_name
), compared AS (
  SELECT
    one.annotator,
    other.annotator AS other_annotator,
    bbox_name,
    COALESCE(one.has_box, FALSE) AS has_one,
    COALESCE(other.has_box, FALSE) AS has_other,
    one.box AS one,
    other.box AS other,
    IF(
      has_one AND has_other,
      (
        CAST(CASE
          WHEN NOT one.box.x1 + one.box.y1 + one.box.x2 + one.box.y2 + other.box.x1 + other.box.y1 + other.box.x2 + other.box.y2 IS NULL
          THEN GREATEST(LEAST(one.box.x2, other.box.x2) - GREATEST(one.box.x1, other.box.x1), 0) * GREATEST(LEAST(one.box.y2, other.box.y2) - GREATEST(one.box.y1, other.box.y1), 0)
        END AS DOUBLE) / NULLIF(
          (
            one.box.x2 - one.box.x1
          ) * (
            one.box.y2 - one.box.y1
          ) + (
            other.box.x2 - other.box.x1
          ) * (
            other.box.y2 - other.box.y1
          ) - CASE
            WHEN NOT one.box.x1 + one.box.y1 + one.box.x2 + one.box.y2 + other.box.x1 + other.box.y1 + other.box.x2 + other.box.y2 IS NULL
            THEN GREATEST(LEAST(one.box.x2, other.box.x2) - GREATEST(one.box.x1, other.box.x1), 0) * GREATEST(LEAST(one.box.y2, other.box.y2) - GREATEST(one.box.y1, other.box.y1), 0)
          END,
          0
        )
      ),
      NULL
    ) AS iou
  FROM drawn AS one
  JOIN drawn AS other
    USING (image_id, bbox_name)
  WHERE
    one.annotator < other.annotator
), counted AS (
  SELECT
    annotator,
    other_annotator,
    bbox_name,
    COUNT(*) AS n_images,
    COUNT(*) FILTER(WHERE
      has_one AND has_other) AS n_both,
    COUNT(*) FILTER(WHERE
      has_one AND NOT has_other) AS n_annotator_only,
    COUNT(*) FILTER(WHERE
      has_other AND NOT has_one) AS n_other_only,
    COUNT(*) FILTER(WHERE
      NOT has_one AND NOT has_other) AS n_neither,
    COUNT(*) FILTER(WHERE
      has_one
      AND has_other
      AND GREATEST(
        ABS(one.x1 - other.x1),
        ABS(one.y1 - other.y1),
        ABS(one.x2 - other.x2),
        ABS(one.y2 - other.y2)
      ) <= 1) AS n_same,
    GET(
      TRANSFORM(
        ARRAY(ARRAY_SORT(COLLECT_LIST(CAST(iou AS DOUBLE)))),
        items -> IF(
          ARRAY_SIZE(items) > 0,
          AGGREGATE(items, CAST(0 AS DOUBLE), (total, item) -> total + item) / ARRAY_SIZE(items),
          NULL
        )
      ),
      0
    ) AS mean_iou,
    GET(
      TRANSFORM(
        ARRAY(ARRAY_SORT(COLLECT_LIST(CAST(iou AS DOUBLE)))),
        items -> IF(
          ARRAY_SIZE(items) > 0,
          GET(items, CAST((
            FLOOR((
              ARRAY_SIZE(items) - 1
            ) * 0.5) + 1
          ) AS INT) - 1) + (
            GET(items, CAST((
              CEIL((
                ARRAY_SIZE(items) - 1
              ) * 0.5) + 1
            ) AS INT) - 1) - GET(items, CAST((
              FLOOR((
                ARRAY_SIZE(items) - 1
              ) * 0.5) + 1
            ) AS INT) - 1)
          ) * 0.5D,
          NULL
        )
      ),
      0
    ) AS median_iou
  FROM compared
  GROUP BY
    annotator,
    other_annotator,
    bbox_name
), agreed AS (
  SELECT
    *,
    IF(
      n_images = 0,
      CAST((
        n_both + n_neither
      ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST((
        n_both + n_neither
      ) AS DOUBLE) / n_images
    ) AS presence_agreement,
    IF(
      (
        n_images * n_images
      ) = 0,
      CAST((
        (
          n_both + n_annotator_only
        ) * (
          n_both + n_other_only
        ) + (
          n_neither + n_annotator_only
        ) * (
          n_neither + n_other_only
        )
      ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST((
        (
          n_both + n_annotator_only
        ) * (
          n_both + n_other_only
        ) + (
          n_neither + n_annotator_only
        ) * (
          n_neither + n_other_only
        )
      ) AS DOUBLE) / (
        n_images * n_images
      )
    ) AS by_chance
  FROM counted
)
SELECT
  annotator,
  other_annotator,
  bbox_name,
  n_images,
  n_both,
  n_annotator_only,
  n_other_only,
  n_neither,
  n_same,
  mean_iou,
  median_iou,
  presence_agreement,
  CAST((
    presence_agreement - by_chance
  ) AS DOUBLE) / NULLIF(1 - by_chance, 0) AS presence_kappa
FROM agreed
