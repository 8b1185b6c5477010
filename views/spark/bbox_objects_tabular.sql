-- views/bbox_objects_tabular.sql in Spark SQL, written by `npm run spark`
-- digest: b4e168acf2ee6025
SELECT
  object_id,
  x1,
  y1,
  x2,
  y2,
  width,
  height,
  bbox_name,
  IF(
    ARRAY_SIZE(cuis) = 0,
    '[]',
    '[\'' || IF(ARRAY_SIZE(cuis) = 0, '', ARRAY_JOIN(cuis, ';;')) || '\']'
  ) AS synsets,
  umls_name AS name,
  original_x1,
  original_y1,
  original_x2,
  original_y2,
  original_width,
  original_height,
  patient_id,
  image_id,
  object_index
FROM objects
