-- views/macros/cooccurrence_within.sql in Spark SQL, written by `npm run spark`
-- digest: dd9e39b7056aa23c
SELECT
  level,
  label_a,
  label_b,
  support,
  n_a,
  n_b,
  n_total,
  jaccard,
  p_b_given_a,
  lift,
  is_ancestor,
  is_supported
FROM cooccurrences
WHERE
  split IS NOT DISTINCT FROM :split_name AND support >= :least_support
