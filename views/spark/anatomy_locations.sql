-- views/anatomy_locations.sql in Spark SQL, written by `npm run spark`
-- digest: 24a76674a974c9b5
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  x1,
  y1,
  x2,
  y2,
  box_status,
  COALESCE(in_29, FALSE) AS is_both_29
FROM region_boxes
JOIN regions
  USING (bbox_name)
WHERE
  has_bbox
