-- views/study_frontal_images.sql in Spark SQL, written by `npm run spark`
-- digest: a3bc35ecb54e71fd
SELECT
  image_id,
  study_id,
  patient_id,
  viewpoint,
  n_images
FROM (
  SELECT
    image_id,
    study_id,
    patient_id,
    viewpoint,
    COUNT(*) OVER (PARTITION BY study_id, patient_id) AS n_images,
    ROW_NUMBER() OVER (
      PARTITION BY study_id, patient_id
      ORDER BY CASE viewpoint WHEN 'PA' THEN 1 WHEN 'AP' THEN 2 ELSE 3 END NULLS LAST, image_id NULLS LAST
    ) AS _w
  FROM images
) AS _t
WHERE
  _w = 1
