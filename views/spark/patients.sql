-- views/patients.sql in Spark SQL, written by `npm run spark`
-- digest: 3c5a8eb43e2e1637
WITH latest AS (
  SELECT
    patient_id,
    MAX(study_datetime) AS last_study_datetime
  FROM patient_sequences
  GROUP BY
    patient_id
)
SELECT
  patient_id,
  (
    MAX(
      STRUCT(
        (
          NOT study_datetime IS NULL
        ) IS NULL AS is_timed_is_null,
        NOT study_datetime IS NULL AS is_timed,
        study_datetime IS NULL AS study_datetime_is_null,
        study_datetime AS study_datetime,
        image_id IS NULL AS image_id_is_null,
        image_id AS image_id,
        gender IS NULL AS gender_is_null,
        gender AS gender
      )
    ) FILTER(WHERE
      NOT gender IS NULL)
  ).gender AS gender,
  COUNT(DISTINCT study_id) AS n_studies,
  COUNT(*) AS n_images,
  MIN(study_datetime) AS first_study_datetime,
  ANY_VALUE(latest.last_study_datetime, TRUE) AS last_study_datetime,
  BOOL_OR(is_gold_patient) AS is_gold
FROM cohort
LEFT JOIN latest
  USING (patient_id)
GROUP BY
  patient_id
