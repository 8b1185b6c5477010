-- views/explicit_findings.sql in Spark SQL, written by `npm run spark`
-- digest: 0ca086399ebe72af
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  state AS relation,
  phrase_ids,
  has_box,
  GET(x1, CAST(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0) AS INT) - 1) AS x1,
  GET(y1, CAST(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0) AS INT) - 1) AS y1,
  GET(x2, CAST(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0) AS INT) - 1) AS x2,
  GET(y2, CAST(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0) AS INT) - 1) AS y2
FROM region_findings
JOIN image_boxes
  USING (image_id, study_id, patient_id)
WHERE
  is_finding AND state <> 'conflict'
