-- views/cardiothoracic_ratios.sql in Spark SQL, written by `npm run spark`
-- digest: 0513d5a42aafc760
WITH extents AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    MIN(clipped_x1) AS x1,
    MAX(clipped_x2) AS x2,
    COUNT(*) = 1 AND BOOL_AND(box_status = 'ok') AS is_sound
  FROM boxes
  WHERE
    bbox_name IN (
      'right lung',
      'left lung',
      'cardiac silhouette',
      'upper mediastinum',
      'mediastinum'
    )
  GROUP BY
    image_id,
    study_id,
    patient_id,
    bbox_name
), widths AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    MAX(x2) FILTER(WHERE
      bbox_name = 'left lung') - MAX(x1) FILTER(WHERE
      bbox_name = 'right lung') AS thorax_width,
    MAX(x2 - x1) FILTER(WHERE
      bbox_name = 'cardiac silhouette') AS cardiac_width,
    MAX(x2 - x1) FILTER(WHERE
      bbox_name = 'upper mediastinum') AS upper_width,
    MAX(x2 - x1) FILTER(WHERE
      bbox_name = 'mediastinum') AS whole_width,
    MAX(x1 + x2) FILTER(WHERE
      bbox_name = 'right lung') < MAX(x1 + x2) FILTER(WHERE
      bbox_name = 'left lung') AS is_in_order,
    IF(
      ARRAY_SIZE(COLLECT_LIST(STRUCT(bbox_name AS item)) FILTER(WHERE
        is_sound)) > 0,
      TRANSFORM(
        COLLECT_LIST(STRUCT(bbox_name AS item)) FILTER(WHERE
          is_sound),
        boxed -> boxed.item
      ),
      NULL
    ) AS sound_regions
  FROM extents
  GROUP BY
    image_id,
    study_id,
    patient_id
  HAVING
    NOT thorax_width IS NULL
)
SELECT
  image_id,
  study_id,
  patient_id,
  viewpoint,
  thorax_width,
  cardiac_width,
  CASE
    WHEN NOT upper_width IS NULL
    THEN 'upper mediastinum'
    WHEN NOT whole_width IS NULL
    THEN 'mediastinum'
  END AS mediastinal_region,
  COALESCE(upper_width, whole_width) AS mediastinal_width,
  IF(
    thorax_width > 0,
    IF(
      thorax_width = 0,
      CAST(cardiac_width AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST(cardiac_width AS DOUBLE) / thorax_width
    ),
    NULL
  ) AS cardiothoracic_ratio,
  IF(
    thorax_width > 0,
    IF(
      thorax_width = 0,
      CAST(mediastinal_width AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST(mediastinal_width AS DOUBLE) / thorax_width
    ),
    NULL
  ) AS mediastinal_ratio,
  COALESCE(viewpoint = 'PA', FALSE)
  AND is_in_order
  AND NOT mediastinal_region IS NULL
  AND COALESCE(
    ARRAY_SIZE(
      ARRAY_EXCEPT(
        ARRAY_COMPACT(ARRAY('right lung', 'left lung', 'cardiac silhouette', mediastinal_region)),
        sound_regions
      )
    ) = 0,
    FALSE
  ) AS is_reliable
FROM widths
JOIN images
  USING (image_id, study_id, patient_id)
