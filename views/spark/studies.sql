-- views/studies.sql in Spark SQL, written by `npm run spark`
-- digest: 64e3bc35d16c162a
SELECT
  sequences.study_id,
  sequences.patient_id,
  sequences.study_order,
  sequences.study_datetime,
  reason_for_exam,
  gender,
  age_decile,
  n_images,
  primary_image_id,
  sequence_number = 1 AS is_first_study,
  ARRAY_SIZE(findings_yes) AS n_findings_yes
FROM patient_sequences AS sequences
JOIN images
  ON images.image_id = primary_image_id
  AND images.patient_id = sequences.patient_id
  AND images.study_id = sequences.study_id
