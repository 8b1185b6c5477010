-- views/affirmed_attributes_eval4paper.sql in Spark SQL, written by `npm run spark`
-- digest: 753feabd0fbc1412
WITH counted AS (
  SELECT
    label_name AS attribute,
    CAST(COUNT(*) FILTER(WHERE
      outcome = 'tp') AS INT) AS tp,
    CAST(COUNT(*) FILTER(WHERE
      outcome = 'fn') AS INT) AS fn,
    CAST(COUNT(*) FILTER(WHERE
      outcome = 'fp') AS INT) AS fp
  FROM evaluation_findings
  WHERE
    level = 'report' AND relation = 'yes'
  GROUP BY
    label_name
)
SELECT
  attribute,
  tp + fn AS freq,
  tp AS `TP`,
  fn AS `FN`,
  fp AS `FP`,
  CAST(tp AS DOUBLE) / NULLIF(tp + fp, 0) AS precision,
  CAST(tp AS DOUBLE) / NULLIF(tp + fn, 0) AS recall,
  IF(
    (
      2 * tp + fp + fn
    ) = 0,
    CAST(2 * tp AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(2 * tp AS DOUBLE) / (
      2 * tp + fp + fn
    )
  ) AS `f1-score`
FROM counted
