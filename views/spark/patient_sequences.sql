-- views/patient_sequences.sql in Spark SQL, written by `npm run spark`
-- digest: 492ec4d19b4e1507
WITH studies AS (
  SELECT
    patient_id,
    study_id,
    MIN(study_order) AS study_order,
    MIN(study_datetime) AS study_datetime,
    COUNT(*) AS n_images,
    MIN(
      STRUCT(
        CASE viewpoint WHEN 'PA' THEN 1 WHEN 'AP' THEN 2 ELSE 3 END IS NULL AS preference_is_null,
        CASE viewpoint WHEN 'PA' THEN 1 WHEN 'AP' THEN 2 ELSE 3 END AS preference,
        image_id IS NULL AS image_id_is_null,
        image_id AS image_id
      )
    ).image_id AS primary_image_id
  FROM images
  GROUP BY
    patient_id,
    study_id
), affirmed AS (
  SELECT
    patient_id,
    study_id,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(COLLECT_LIST(STRUCT(label_name AS item))) > 0,
        ARRAY_DISTINCT(TRANSFORM(COLLECT_LIST(STRUCT(label_name AS item)), boxed -> boxed.item)),
        NULL
      )
    ) AS findings_yes
  FROM study_findings
  WHERE
    relation = 'yes' AND is_finding
  GROUP BY
    patient_id,
    study_id
)
SELECT
  patient_id,
  study_id,
  study_order,
  study_datetime,
  ROW_NUMBER() OVER in_time AS sequence_number,
  LAG(study_id) OVER in_time AS previous_study_id,
  LEAD(study_id) OVER in_time AS next_study_id,
  CAST(DATEDIFF(CAST(study_datetime AS DATE), CAST((
    LAG(study_datetime) OVER in_time
  ) AS DATE)) AS INT) AS gap_days,
  CAST((
    EXTRACT(day FROM (
      study_datetime - LAG(study_datetime) OVER in_time
    )) * 86400 + CAST((
      (
        EXTRACT(hour FROM (
          study_datetime - LAG(study_datetime) OVER in_time
        )) * 60 + EXTRACT(minute FROM (
          study_datetime - LAG(study_datetime) OVER in_time
        ))
      ) * 60 + EXTRACT(second FROM (
        study_datetime - LAG(study_datetime) OVER in_time
      ))
    ) AS DOUBLE)
  ) AS DOUBLE) / 3600 AS gap_hours,
  n_images,
  primary_image_id,
  COALESCE(findings_yes, ARRAY()) AS findings_yes
FROM studies
LEFT JOIN affirmed
  USING (patient_id, study_id)
WINDOW in_time AS (
  PARTITION BY patient_id
  ORDER BY study_datetime NULLS LAST, study_order NULLS LAST, study_id NULLS LAST
)
