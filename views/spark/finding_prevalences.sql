-- views/finding_prevalences.sql in Spark SQL, written by `npm run spark`
-- digest: f2578cf826e24724
WITH by_study AS (
  SELECT
    patient_id,
    bbox_name,
    category_id,
    label_name,
    relation = 'yes' AS is_yes
  FROM report_findings
  WHERE
    is_finding
), by_patient AS (
  SELECT
    patient_id,
    bbox_name,
    category_id,
    label_name,
    BOOL_OR(is_yes) AS is_yes
  FROM by_study
  GROUP BY
    patient_id,
    bbox_name,
    category_id,
    label_name
), counted AS (
  SELECT
    'study' AS grain,
    bbox_name,
    category_id,
    label_name,
    COUNT(*) FILTER(WHERE
      is_yes) AS n_yes,
    COUNT(*) FILTER(WHERE
      NOT is_yes) AS n_no
  FROM by_study
  GROUP BY
    bbox_name,
    category_id,
    label_name
  UNION ALL
  SELECT
    'patient',
    bbox_name,
    category_id,
    label_name,
    COUNT(*) FILTER(WHERE
      is_yes),
    COUNT(*) FILTER(WHERE
      NOT is_yes)
  FROM by_patient
  GROUP BY
    bbox_name,
    category_id,
    label_name
), sizes AS (
  SELECT
    'study' AS grain,
    COUNT(*) AS n
  FROM (
    SELECT DISTINCT
      study_id,
      patient_id
    FROM images
  )
  UNION ALL
  SELECT
    'patient',
    COUNT(DISTINCT patient_id)
  FROM images
)
SELECT
  bbox_name,
  category_id,
  label_name,
  grain,
  n_yes,
  n_no,
  n - n_yes - n_no AS n_unmentioned,
  n,
  IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) AS prevalence,
  STRUCT(
    GREATEST(
      0,
      IF(
        (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        ) = 0,
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        )
      )
    ) AS low,
    LEAST(
      1,
      IF(
        (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        ) = 0,
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        )
      )
    ) AS high
  ).low AS prevalence_low,
  STRUCT(
    GREATEST(
      0,
      IF(
        (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        ) = 0,
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        )
      )
    ) AS low,
    LEAST(
      1,
      IF(
        (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        ) = 0,
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) + CAST(IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n
            ) * (
              IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n) * (
                1 - IF(n = 0, CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(n_yes AS DOUBLE) / n)
              ) + CAST(IF(
                n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n
          )
        )
      )
    ) AS high
  ).high AS prevalence_high
FROM counted
JOIN sizes
  USING (grain)
