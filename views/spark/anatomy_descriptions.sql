-- views/anatomy_descriptions.sql in Spark SQL, written by `npm run spark`
-- digest: 83be0df8701d0c56
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  sentences,
  text,
  phrase_ids,
  COALESCE(in_29, FALSE) AS is_both_29
FROM region_texts
JOIN regions
  USING (bbox_name)
WHERE
  (
    in_29 OR NOT has_bbox
  ) AND bbox_name <> 'unknown'
