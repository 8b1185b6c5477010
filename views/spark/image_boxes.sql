-- views/image_boxes.sql in Spark SQL, written by `npm run spark`
-- digest: 377dd70ee1299041
WITH judged AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    x1,
    y1,
    x2,
    y2,
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
    END AS box_status
  FROM objects
), region_unions AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    CAST(COUNT(*) AS INT) AS n_boxes,
    BOOL_OR(box_status = 'clipped') AS is_clipped,
    GREATEST(MIN(x1), 0) AS x1,
    GREATEST(MIN(y1), 0) AS y1,
    LEAST(MAX(x2), 224) AS x2,
    LEAST(MAX(y2), 224) AS y2
  FROM judged
  WHERE
    box_status IN ('ok', 'clipped')
  GROUP BY
    image_id,
    study_id,
    patient_id,
    bbox_name
), gathered AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                bbox_name IS NULL AS bbox_name_is_null,
                bbox_name AS bbox_name,
                n_boxes IS NULL AS n_boxes_is_null,
                n_boxes AS n_boxes,
                x1 IS NULL AS x1_is_null,
                x1 AS x1,
                y1 IS NULL AS y1_is_null,
                y1 AS y1,
                x2 IS NULL AS x2_is_null,
                x2 AS x2,
                y2 IS NULL AS y2_is_null,
                y2 AS y2
              ) AS item
            )
          )
        ) > 0,
        TRANSFORM(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                bbox_name IS NULL AS bbox_name_is_null,
                bbox_name AS bbox_name,
                n_boxes IS NULL AS n_boxes_is_null,
                n_boxes AS n_boxes,
                x1 IS NULL AS x1_is_null,
                x1 AS x1,
                y1 IS NULL AS y1_is_null,
                y1 AS y1,
                x2 IS NULL AS x2_is_null,
                x2 AS x2,
                y2 IS NULL AS y2_is_null,
                y2 AS y2
              ) AS item
            )
          ),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS boxes,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(COLLECT_LIST(STRUCT(bbox_name AS item)) FILTER(WHERE
          is_clipped)) > 0,
        TRANSFORM(
          COLLECT_LIST(STRUCT(bbox_name AS item)) FILTER(WHERE
            is_clipped),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS clipped_bbox_names
  FROM region_unions
  GROUP BY
    image_id,
    study_id,
    patient_id
)
SELECT
  image_id,
  study_id,
  patient_id,
  COALESCE(TRANSFORM(boxes, box -> box.bbox_name), ARRAY()) AS bbox_names,
  COALESCE(TRANSFORM(boxes, box -> box.n_boxes), ARRAY()) AS n_boxes,
  COALESCE(TRANSFORM(boxes, box -> box.x1), ARRAY()) AS x1,
  COALESCE(TRANSFORM(boxes, box -> box.y1), ARRAY()) AS y1,
  COALESCE(TRANSFORM(boxes, box -> box.x2), ARRAY()) AS x2,
  COALESCE(TRANSFORM(boxes, box -> box.y2), ARRAY()) AS y2,
  COALESCE(clipped_bbox_names, ARRAY()) AS clipped_bbox_names
FROM images
LEFT JOIN gathered
  USING (image_id, study_id, patient_id)
