-- views/macros/mention_place.sql in Spark SQL, written by `npm run spark`
-- digest: 23d9dd8bc4afa88c
SELECT
  STRUCT(
    COALESCE(CAST(:sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) AS sent_loc,
    :relation AS relation,
    :phrase_id AS phrase_id,
    NOT :section IS NULL AS has_section,
    :section AS section
  ) AS mention_place
