-- views/macros/wilson_interval.sql in Spark SQL, written by `npm run spark`
-- digest: c42cdf476aa1b6f2
SELECT
  STRUCT(
    GREATEST(
      0,
      IF(
        (
          1 + IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          )
        ) = 0,
        CAST((
          IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) + CAST(IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              :n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / :n
            ) * (
              IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) * (
                1 - IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n)
              ) + CAST(IF(
                :n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / :n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) + CAST(IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          ) AS DOUBLE) / 2 - SQRT(
            IF(
              :n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / :n
            ) * (
              IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) * (
                1 - IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n)
              ) + CAST(IF(
                :n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / :n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          )
        )
      )
    ) AS low,
    LEAST(
      1,
      IF(
        (
          1 + IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          )
        ) = 0,
        CAST((
          IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) + CAST(IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              :n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / :n
            ) * (
              IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) * (
                1 - IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n)
              ) + CAST(IF(
                :n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / :n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST((
          IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) + CAST(IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          ) AS DOUBLE) / 2 + SQRT(
            IF(
              :n = 0,
              CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
              CAST(POWER(1.959964, 2) AS DOUBLE) / :n
            ) * (
              IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n) * (
                1 - IF(:n = 0, CAST(:k AS DOUBLE) * CAST('infinity' AS DOUBLE), CAST(:k AS DOUBLE) / :n)
              ) + CAST(IF(
                :n = 0,
                CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
                CAST(POWER(1.959964, 2) AS DOUBLE) / :n
              ) AS DOUBLE) / 4
            )
          )
        ) AS DOUBLE) / (
          1 + IF(
            :n = 0,
            CAST(POWER(1.959964, 2) AS DOUBLE) * CAST('infinity' AS DOUBLE),
            CAST(POWER(1.959964, 2) AS DOUBLE) / :n
          )
        )
      )
    ) AS high
  ) AS wilson_interval
