-- views/region_boxes.sql in Spark SQL, written by `npm run spark`
-- digest: 48b834bb2c5052e0
WITH unnested AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    clipped_bbox_names,
    unnested.item_0 AS bbox_name,
    CAST(unnested.item_1 AS BIGINT) AS n_boxes,
    unnested.item_2 AS x1,
    unnested.item_3 AS y1,
    unnested.item_4 AS x2,
    unnested.item_5 AS y2
  FROM image_boxes
  LATERAL VIEW
  INLINE(
    ARRAYS_ZIP(
      COALESCE(bbox_names, ARRAY()),
      COALESCE(n_boxes, ARRAY()),
      COALESCE(x1, ARRAY()),
      COALESCE(y1, ARRAY()),
      COALESCE(x2, ARRAY()),
      COALESCE(y2, ARRAY())
    )
  ) unnested AS item_0, item_1, item_2, item_3, item_4, item_5
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  n_boxes,
  x1,
  y1,
  x2,
  y2,
  IF(
    IF(
      NOT bbox_name IS NULL,
      EXISTS(clipped_bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
      NULL
    ),
    'clipped',
    'ok'
  ) AS box_status
FROM unnested
