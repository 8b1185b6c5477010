-- views/rdf_nodes.sql in Spark SQL, written by `npm run spark`
-- digest: d155fd37a1d60ec9
SELECT
  study_id,
  patient_id,
  category_id,
  label_name,
  label_name || '|' || IF(
    ARRAY_SIZE(
      MAX(
        STRUCT(
          ARRAY_SIZE(cuis) IS NULL AS n_is_null,
          ARRAY_SIZE(cuis) AS n,
          cuis IS NULL AS cuis_is_null,
          cuis AS cuis
        )
      ).cuis
    ) = 0,
    '',
    ARRAY_JOIN(
      MAX(
        STRUCT(
          ARRAY_SIZE(cuis) IS NULL AS n_is_null,
          ARRAY_SIZE(cuis) AS n,
          cuis IS NULL AS cuis_is_null,
          cuis AS cuis
        )
      ).cuis,
      ';;'
    )
  ) AS annotation,
  category_id || '_annotation' AS type
FROM object_attributes
WHERE
  category_id = 'nlp'
  OR (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  )
GROUP BY
  study_id,
  patient_id,
  category_id,
  label_name
