-- views/evaluation_boxes.sql in Spark SQL, written by `npm run spark`
-- digest: ea9bc6dce5bc789e
WITH drawn AS (
  SELECT
    image_id,
    bbox_name,
    BOOL_AND(is_derived) AS is_derived,
    STRUCT(
      GREATEST(MIN(x1) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 0) IS NULL AS x1_is_null,
      GREATEST(MIN(x1) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 0) AS x1,
      GREATEST(MIN(y1) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 0) IS NULL AS y1_is_null,
      GREATEST(MIN(y1) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 0) AS y1,
      LEAST(MAX(x2) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 224) IS NULL AS x2_is_null,
      LEAST(MAX(x2) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 224) AS x2,
      LEAST(MAX(y2) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 224) IS NULL AS y2_is_null,
      LEAST(MAX(y2) FILTER(WHERE
        box_status IN ('ok', 'clipped')), 224) AS y2
    ) AS framed,
    STRUCT(
      MIN(original_x1) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) IS NULL AS x1_is_null,
      MIN(original_x1) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) AS x1,
      MIN(original_y1) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) IS NULL AS y1_is_null,
      MIN(original_y1) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) AS y1,
      MAX(original_x2) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) IS NULL AS x2_is_null,
      MAX(original_x2) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) AS x2,
      MAX(original_y2) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) IS NULL AS y2_is_null,
      MAX(original_y2) FILTER(WHERE
        original_box_status IN ('ok', 'clipped')) AS y2
    ) AS original,
    BOOL_OR(box_status IN ('ok', 'clipped')) AS has_box
  FROM gold_boxes
  WHERE
    NOT bbox_name IS NULL
  GROUP BY
    image_id,
    bbox_name
), exams AS (
  SELECT
    image_id,
    study_id,
    patient_id
  FROM evaluation_exams
  SEMI JOIN drawn
    USING (image_id)
), automatic AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    STRUCT(
      CAST(GREATEST(MIN(x1), 0) AS DOUBLE) IS NULL AS x1_is_null,
      CAST(GREATEST(MIN(x1), 0) AS DOUBLE) AS x1,
      CAST(GREATEST(MIN(y1), 0) AS DOUBLE) IS NULL AS y1_is_null,
      CAST(GREATEST(MIN(y1), 0) AS DOUBLE) AS y1,
      CAST(LEAST(MAX(x2), 224) AS DOUBLE) IS NULL AS x2_is_null,
      CAST(LEAST(MAX(x2), 224) AS DOUBLE) AS x2,
      CAST(LEAST(MAX(y2), 224) AS DOUBLE) IS NULL AS y2_is_null,
      CAST(LEAST(MAX(y2), 224) AS DOUBLE) AS y2
    ) AS framed,
    STRUCT(
      CAST(MIN(original_x1) AS DOUBLE) IS NULL AS x1_is_null,
      CAST(MIN(original_x1) AS DOUBLE) AS x1,
      CAST(MIN(original_y1) AS DOUBLE) IS NULL AS y1_is_null,
      CAST(MIN(original_y1) AS DOUBLE) AS y1,
      CAST(MAX(original_x2) AS DOUBLE) IS NULL AS x2_is_null,
      CAST(MAX(original_x2) AS DOUBLE) AS x2,
      CAST(MAX(original_y2) AS DOUBLE) IS NULL AS y2_is_null,
      CAST(MAX(original_y2) AS DOUBLE) AS y2
    ) AS original,
    TRUE AS has_box
  FROM objects
  JOIN exams
    USING (image_id, study_id, patient_id)
  WHERE
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
    END IN ('ok', 'clipped')
  GROUP BY
    image_id,
    study_id,
    patient_id,
    bbox_name
), places AS (
  SELECT
    exams.image_id,
    study_id,
    patient_id,
    bbox_name
  FROM exams
  JOIN drawn
    ON drawn.image_id = exams.image_id
  UNION
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name
  FROM automatic
  WHERE
    bbox_name IN (
      SELECT
        bbox_name
      FROM drawn
      WHERE
        NOT is_derived
    )
), compared AS (
  SELECT
    places.image_id,
    places.study_id,
    places.patient_id,
    places.bbox_name,
    COALESCE(drawn.is_derived, FALSE) AS is_derived,
    automatic.framed AS silver,
    IF(drawn.has_box, drawn.framed, NULL) AS gold,
    automatic.original AS silver_original,
    drawn.original AS gold_original,
    COALESCE(automatic.has_box, FALSE) AS has_silver,
    COALESCE(drawn.has_box, FALSE) AS has_gold
  FROM places
  LEFT JOIN automatic
    ON automatic.image_id = places.image_id
    AND automatic.study_id = places.study_id
    AND automatic.patient_id = places.patient_id
    AND automatic.bbox_name = places.bbox_name
  LEFT JOIN drawn
    ON drawn.image_id = places.image_id AND drawn.bbox_name = places.bbox_name
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  is_derived,
  CASE
    WHEN has_silver AND has_gold
    THEN 'both'
    WHEN has_gold
    THEN 'gold_only'
    WHEN has_silver
    THEN 'silver_only'
    ELSE 'neither'
  END AS presence,
  silver.x1 AS silver_x1,
  silver.y1 AS silver_y1,
  silver.x2 AS silver_x2,
  silver.y2 AS silver_y2,
  gold.x1 AS gold_x1,
  gold.y1 AS gold_y1,
  gold.x2 AS gold_x2,
  gold.y2 AS gold_y2,
  IF(
    has_silver AND has_gold,
    (
      CAST(CASE
        WHEN NOT silver.x1 + silver.y1 + silver.x2 + silver.y2 + gold.x1 + gold.y1 + gold.x2 + gold.y2 IS NULL
        THEN GREATEST(LEAST(silver.x2, gold.x2) - GREATEST(silver.x1, gold.x1), 0) * GREATEST(LEAST(silver.y2, gold.y2) - GREATEST(silver.y1, gold.y1), 0)
      END AS DOUBLE) / NULLIF(
        (
          silver.x2 - silver.x1
        ) * (
          silver.y2 - silver.y1
        ) + (
          gold.x2 - gold.x1
        ) * (
          gold.y2 - gold.y1
        ) - CASE
          WHEN NOT silver.x1 + silver.y1 + silver.x2 + silver.y2 + gold.x1 + gold.y1 + gold.x2 + gold.y2 IS NULL
          THEN GREATEST(LEAST(silver.x2, gold.x2) - GREATEST(silver.x1, gold.x1), 0) * GREATEST(LEAST(silver.y2, gold.y2) - GREATEST(silver.y1, gold.y1), 0)
        END,
        0
      )
    ),
    NULL
  ) AS iou,
  IF(
    has_silver AND has_gold,
    (
      CAST(CASE
        WHEN NOT silver_original.x1 + silver_original.y1 + silver_original.x2 + silver_original.y2 + gold_original.x1 + gold_original.y1 + gold_original.x2 + gold_original.y2 IS NULL
        THEN GREATEST(
          LEAST(silver_original.x2, gold_original.x2) - GREATEST(silver_original.x1, gold_original.x1),
          0
        ) * GREATEST(
          LEAST(silver_original.y2, gold_original.y2) - GREATEST(silver_original.y1, gold_original.y1),
          0
        )
      END AS DOUBLE) / NULLIF(
        (
          silver_original.x2 - silver_original.x1
        ) * (
          silver_original.y2 - silver_original.y1
        ) + (
          gold_original.x2 - gold_original.x1
        ) * (
          gold_original.y2 - gold_original.y1
        ) - CASE
          WHEN NOT silver_original.x1 + silver_original.y1 + silver_original.x2 + silver_original.y2 + gold_original.x1 + gold_original.y1 + gold_original.x2 + gold_original.y2 IS NULL
          THEN GREATEST(
            LEAST(silver_original.x2, gold_original.x2) - GREATEST(silver_original.x1, gold_original.x1),
            0
          ) * GREATEST(
            LEAST(silver_original.y2, gold_original.y2) - GREATEST(silver_original.y1, gold_original.y1),
            0
          )
        END,
        0
      )
    ),
    NULL
  ) AS iou_original,
  IF(
    has_silver AND has_gold,
    GREATEST(
      ABS(silver.x1 - gold.x1),
      ABS(silver.y1 - gold.y1),
      ABS(silver.x2 - gold.x2),
      ABS(silver.y2 - gold.y2)
    ) > 1,
    has_silver OR has_gold
  ) AS is_corrected
FROM compared
