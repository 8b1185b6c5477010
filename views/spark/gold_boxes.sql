-- views/gold_boxes.sql in Spark SQL, written by `npm run spark`
-- digest: c64d57c05125894e
WITH drawn AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    FALSE AS is_derived,
    x1,
    y1,
    x2,
    y2,
    original_x1,
    original_y1,
    original_x2,
    original_y2,
    annotator
  FROM gold_bboxes_if_given
), judged AS (
  SELECT
    *,
    IF(
      x1 = 0 AND y1 = 0 AND x2 = 0 AND y2 = 0,
      'absent',
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
      END
    ) AS box_status,
    IF(
      original_x1 = 0 AND original_y1 = 0 AND original_x2 = 0 AND original_y2 = 0,
      'absent',
      CASE
        WHEN CAST('infinity' AS DOUBLE) IS NULL OR CAST('infinity' AS DOUBLE) IS NULL
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
        OR original_x1 >= CAST('infinity' AS DOUBLE)
        OR original_y1 >= CAST('infinity' AS DOUBLE)
        THEN 'outside'
        WHEN original_x1 < 0
        OR original_y1 < 0
        OR original_x2 > CAST('infinity' AS DOUBLE)
        OR original_y2 > CAST('infinity' AS DOUBLE)
        THEN 'clipped'
        ELSE 'ok'
      END
    ) AS original_box_status
  FROM drawn
), parts AS (
  SELECT
    *,
    box_status IN ('ok', 'clipped') AS is_usable,
    original_box_status IN ('ok', 'clipped') AS is_usable_original
  FROM judged
  WHERE
    bbox_name IN ('upper mediastinum', 'cardiac silhouette')
), mediastinums AS (
  SELECT
    image_id,
    ANY_VALUE(study_id, TRUE) AS study_id,
    ANY_VALUE(patient_id, TRUE) AS patient_id,
    'mediastinum' AS bbox_name,
    TRUE AS is_derived,
    COUNT(DISTINCT bbox_name) FILTER(WHERE
      is_usable) = 2 AS has_both,
    COUNT(DISTINCT bbox_name) FILTER(WHERE
      is_usable_original) = 2 AS has_both_original,
    IF(has_both, MIN(x1) FILTER(WHERE
      is_usable), NULL) AS x1,
    IF(has_both, MIN(y1) FILTER(WHERE
      is_usable), NULL) AS y1,
    IF(has_both, MAX(x2) FILTER(WHERE
      is_usable), NULL) AS x2,
    IF(has_both, MAX(y2) FILTER(WHERE
      is_usable), NULL) AS y2,
    IF(has_both_original, MIN(original_x1) FILTER(WHERE
      is_usable_original), NULL) AS original_x1,
    IF(has_both_original, MIN(original_y1) FILTER(WHERE
      is_usable_original), NULL) AS original_y1,
    IF(has_both_original, MAX(original_x2) FILTER(WHERE
      is_usable_original), NULL) AS original_x2,
    IF(has_both_original, MAX(original_y2) FILTER(WHERE
      is_usable_original), NULL) AS original_y2
  FROM parts
  ANTI JOIN (
    SELECT
      image_id
    FROM drawn
    WHERE
      bbox_name = 'mediastinum'
  ) AS own
    USING (image_id)
  GROUP BY
    image_id
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  is_derived,
  box_status,
  x1,
  y1,
  x2,
  y2,
  original_box_status,
  original_x1,
  original_y1,
  original_x2,
  original_y2,
  annotator
FROM judged
UNION ALL
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  is_derived,
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
  END,
  x1,
  y1,
  x2,
  y2,
  CASE
    WHEN CAST('infinity' AS DOUBLE) IS NULL OR CAST('infinity' AS DOUBLE) IS NULL
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
    OR original_x1 >= CAST('infinity' AS DOUBLE)
    OR original_y1 >= CAST('infinity' AS DOUBLE)
    THEN 'outside'
    WHEN original_x1 < 0
    OR original_y1 < 0
    OR original_x2 > CAST('infinity' AS DOUBLE)
    OR original_y2 > CAST('infinity' AS DOUBLE)
    THEN 'clipped'
    ELSE 'ok'
  END,
  original_x1,
  original_y1,
  original_x2,
  original_y2,
  NULL
FROM mediastinums
WHERE
  has_both OR has_both_original
