-- views/demographics.sql in Spark SQL, written by `npm run spark`
-- digest: 45bda762f1ec6858
WITH strata AS (
  SELECT
    gender,
    age_decile,
    viewpoint,
    COUNT(DISTINCT patient_id) AS n_patients
  FROM images
  GROUP BY ALL
), patient_labels AS (
  SELECT
    category_id,
    label_name,
    gender,
    age_decile,
    viewpoint,
    patient_id,
    BOOL_OR(relation = 'yes') AS is_yes
  FROM image_findings
  JOIN images
    USING (image_id, study_id, patient_id)
  GROUP BY ALL
), counts AS (
  SELECT
    category_id,
    label_name,
    gender,
    age_decile,
    viewpoint,
    COUNT(*) FILTER(WHERE
      is_yes) AS n_yes,
    COUNT(*) FILTER(WHERE
      NOT is_yes) AS n_no
  FROM patient_labels
  GROUP BY ALL
), mentioned_labels AS (
  SELECT DISTINCT
    category_id,
    label_name
  FROM counts
), cells AS (
  SELECT
    mentioned_labels.category_id,
    mentioned_labels.label_name,
    strata.gender,
    strata.age_decile,
    strata.viewpoint,
    n_patients,
    COALESCE(counts.n_yes, 0) AS n_yes,
    COALESCE(counts.n_no, 0) AS n_no
  FROM strata
  CROSS JOIN mentioned_labels
  LEFT JOIN counts
    ON counts.category_id = mentioned_labels.category_id
    AND counts.label_name = mentioned_labels.label_name
    AND counts.gender IS NOT DISTINCT FROM strata.gender
    AND counts.age_decile IS NOT DISTINCT FROM strata.age_decile
    AND counts.viewpoint IS NOT DISTINCT FROM strata.viewpoint
)
SELECT
  category_id,
  label_name,
  gender,
  age_decile,
  viewpoint,
  n_patients,
  n_yes,
  n_no,
  n_patients - n_yes - n_no AS n_unmentioned,
  IF(
    n_patients = 0,
    CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(n_yes AS DOUBLE) / n_patients
  ) AS prevalence,
  STRUCT(
    GREATEST(
      0,
      IF(
        (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        ) = 0,
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        )
      )
    ) AS low,
    LEAST(
      1,
      IF(
        (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        ) = 0,
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
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
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        ) = 0,
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        )
      )
    ) AS low,
    LEAST(
      1,
      IF(
        (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        ) = 0,
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(
            n_patients = 0,
            CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(n_yes AS DOUBLE) / n_patients
          ) + CAST(IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              n_patients = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
            ) * (
              IF(
                n_patients = 0,
                CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(n_yes AS DOUBLE) / n_patients
              ) * (
                1 - IF(
                  n_patients = 0,
                  CAST(n_yes AS DOUBLE) * CAST('infinity' AS DOUBLE),
                  CAST(n_yes AS DOUBLE) / n_patients
                )
              ) + CAST(IF(
                n_patients = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            n_patients = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / n_patients
          )
        )
      )
    ) AS high
  ).high AS prevalence_high
FROM cells
