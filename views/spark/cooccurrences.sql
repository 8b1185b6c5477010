-- views/cooccurrences.sql in Spark SQL, written by `npm run spark`
-- digest: a2458448df162129
WITH members AS (
  SELECT DISTINCT
    study_id,
    CAST(NULL AS STRING) AS split
  FROM images
  UNION ALL
  SELECT DISTINCT
    images.study_id,
    listed.split
  FROM images
  JOIN splits_if_given AS listed
    USING (image_id)
), described AS (
  SELECT DISTINCT
    study_id,
    bbox_name
  FROM object_phrases
), units AS (
  SELECT
    'study' AS level,
    split,
    COUNT(*) AS n_total
  FROM members
  GROUP BY
    split
  UNION ALL
  SELECT
    'region',
    split,
    COUNT(*)
  FROM described
  JOIN members
    USING (study_id)
  GROUP BY
    split
), region_labels AS (
  SELECT DISTINCT
    study_id,
    bbox_name,
    label_name
  FROM report_findings
  WHERE
    relation = 'yes'
    AND (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
), affirmed AS (
  SELECT
    'region' AS level,
    study_id,
    bbox_name,
    label_name
  FROM region_labels
  UNION ALL
  SELECT DISTINCT
    'study',
    study_id,
    '',
    label_name
  FROM region_labels
), singles AS (
  SELECT
    level,
    split,
    label_name,
    COUNT(*) AS n
  FROM affirmed
  JOIN members
    USING (study_id)
  GROUP BY ALL
), lineage AS (
  SELECT
    unnested.item_0 AS label_a,
    unnested.item_1 AS label_b
  FROM ontology
  LATERAL VIEW
  INLINE(
    ARRAYS_ZIP(
      COALESCE(ARRAY(child, ancestor), ARRAY()),
      COALESCE(ARRAY(ancestor, child), ARRAY())
    )
  ) unnested AS item_0, item_1
  WHERE
    kind = 'finding'
), together AS (
  SELECT
    a.level,
    split,
    a.label_name AS label_a,
    b.label_name AS label_b,
    COUNT(*) AS support
  FROM affirmed AS a
  JOIN affirmed AS b
    ON b.level = a.level
    AND b.study_id = a.study_id
    AND b.bbox_name = a.bbox_name
    AND b.label_name <> a.label_name
  JOIN members
    ON members.study_id = a.study_id
  GROUP BY ALL
)
SELECT
  together.level,
  together.split,
  label_a,
  label_b,
  support,
  a.n AS n_a,
  b.n AS n_b,
  n_total,
  IF(
    (
      n_a + n_b - support
    ) = 0,
    CAST(support AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(support AS DOUBLE) / (
      n_a + n_b - support
    )
  ) AS jaccard,
  IF(
    n_a = 0,
    CAST(support AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(support AS DOUBLE) / n_a
  ) AS p_b_given_a,
  IF(
    (
      IF(
        n_total = 0,
        CAST(n_b AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST(n_b AS DOUBLE) / n_total
      )
    ) = 0,
    CAST(p_b_given_a AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(p_b_given_a AS DOUBLE) / (
      IF(
        n_total = 0,
        CAST(n_b AS DOUBLE) * CAST('infinity' AS DOUBLE),
        CAST(n_b AS DOUBLE) / n_total
      )
    )
  ) AS lift,
  NOT lineage.label_a IS NULL AS is_ancestor,
  support >= 2 AND support >= 0.0003 * n_total AS is_supported
FROM together
JOIN singles AS a
  ON a.level = together.level
  AND a.split IS NOT DISTINCT FROM together.split
  AND a.label_name = label_a
JOIN singles AS b
  ON b.level = together.level
  AND b.split IS NOT DISTINCT FROM together.split
  AND b.label_name = label_b
JOIN units
  ON units.level = together.level AND units.split IS NOT DISTINCT FROM together.split
LEFT JOIN lineage
  USING (label_a, label_b)
