-- views/boxes.sql in Spark SQL, written by `npm run spark`
-- digest: bc2f1c85c793c31f
WITH sizes AS (
  SELECT
    image_id,
    MAX(`columns`) AS image_width,
    MAX(`rows`) AS image_height
  FROM mimic_metadata_if_given
  GROUP BY
    image_id
), judged AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    object_index,
    object_id,
    bbox_name,
    x1,
    y1,
    x2,
    y2,
    original_x1,
    original_y1,
    original_x2,
    original_y2,
    image_width,
    image_height,
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
    END AS box_status,
    CASE
      WHEN image_width IS NULL OR image_height IS NULL
      THEN NULL
      WHEN original_x1 IS NULL
      OR original_y1 IS NULL
      OR original_x2 IS NULL
      OR original_y2 IS NULL
      THEN 'missing'
      WHEN original_x2 < original_x1 OR original_y2 < original_y1
      THEN 'inverted'
      WHEN original_x2 = original_x1 OR original_y2 = original_y1
      THEN 'zero_area'
      WHEN original_x2 <= 0
      OR original_y2 <= 0
      OR original_x1 >= image_width
      OR original_y1 >= image_height
      THEN 'outside'
      WHEN original_x1 < 0
      OR original_y1 < 0
      OR original_x2 > image_width
      OR original_y2 > image_height
      THEN 'clipped'
      ELSE 'ok'
    END AS original_box_status,
    ROW_NUMBER() OVER (
      PARTITION BY image_id, study_id, patient_id, bbox_name
      ORDER BY object_index NULLS LAST
    ) AS occurrence,
    COUNT(*) OVER (PARTITION BY image_id, study_id, patient_id, bbox_name) > 1 AS is_duplicate,
    box_status IN ('ok', 'clipped') AS is_usable,
    original_box_status IN ('ok', 'clipped') AS is_usable_original
  FROM objects
  LEFT JOIN sizes
    USING (image_id)
)
SELECT
  image_id,
  study_id,
  patient_id,
  object_index,
  object_id,
  bbox_name,
  box_status,
  occurrence,
  is_duplicate,
  x1,
  y1,
  x2,
  y2,
  IF(is_usable, GREATEST(x1, 0), NULL) AS clipped_x1,
  IF(is_usable, GREATEST(y1, 0), NULL) AS clipped_y1,
  IF(is_usable, LEAST(x2, 224), NULL) AS clipped_x2,
  IF(is_usable, LEAST(y2, 224), NULL) AS clipped_y2,
  clipped_x1 AS x,
  clipped_y1 AS y,
  clipped_x2 - clipped_x1 AS w,
  clipped_y2 - clipped_y1 AS h,
  CAST((
    clipped_x1 + clipped_x2
  ) AS DOUBLE) / 2 AS cx,
  CAST((
    clipped_y1 + clipped_y2
  ) AS DOUBLE) / 2 AS cy,
  CAST(clipped_x1 AS DOUBLE) / 224 AS norm_x1,
  CAST(clipped_y1 AS DOUBLE) / 224 AS norm_y1,
  CAST(clipped_x2 AS DOUBLE) / 224 AS norm_x2,
  CAST(clipped_y2 AS DOUBLE) / 224 AS norm_y2,
  CAST(x AS DOUBLE) / 224 AS norm_x,
  CAST(y AS DOUBLE) / 224 AS norm_y,
  CAST(w AS DOUBLE) / 224 AS norm_w,
  CAST(h AS DOUBLE) / 224 AS norm_h,
  CAST(cx AS DOUBLE) / 224 AS norm_cx,
  CAST(cy AS DOUBLE) / 224 AS norm_cy,
  image_width,
  image_height,
  original_box_status,
  IF(is_usable_original, GREATEST(original_x1, 0), NULL) AS original_clipped_x1,
  IF(is_usable_original, GREATEST(original_y1, 0), NULL) AS original_clipped_y1,
  IF(is_usable_original, LEAST(original_x2, image_width), NULL) AS original_clipped_x2,
  IF(is_usable_original, LEAST(original_y2, image_height), NULL) AS original_clipped_y2,
  original_clipped_x1 AS original_x,
  original_clipped_y1 AS original_y,
  original_clipped_x2 - original_clipped_x1 AS original_w,
  original_clipped_y2 - original_clipped_y1 AS original_h,
  CAST((
    original_clipped_x1 + original_clipped_x2
  ) AS DOUBLE) / 2 AS original_cx,
  CAST((
    original_clipped_y1 + original_clipped_y2
  ) AS DOUBLE) / 2 AS original_cy,
  IF(
    image_width = 0,
    CAST(original_clipped_x1 AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_clipped_x1 AS DOUBLE) / image_width
  ) AS original_norm_x1,
  IF(
    image_height = 0,
    CAST(original_clipped_y1 AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_clipped_y1 AS DOUBLE) / image_height
  ) AS original_norm_y1,
  IF(
    image_width = 0,
    CAST(original_clipped_x2 AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_clipped_x2 AS DOUBLE) / image_width
  ) AS original_norm_x2,
  IF(
    image_height = 0,
    CAST(original_clipped_y2 AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_clipped_y2 AS DOUBLE) / image_height
  ) AS original_norm_y2,
  IF(
    image_width = 0,
    CAST(original_w AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_w AS DOUBLE) / image_width
  ) AS original_norm_w,
  IF(
    image_height = 0,
    CAST(original_h AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(original_h AS DOUBLE) / image_height
  ) AS original_norm_h
FROM judged
