-- views/rdf_locations.sql in Spark SQL, written by `npm run spark`
-- digest: b941641e5c1ca279
SELECT
  study_id,
  patient_id,
  bbox_name,
  bbox_name || '|' || IF(
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
  ) AS location
FROM object_phrases
GROUP BY
  study_id,
  patient_id,
  bbox_name
