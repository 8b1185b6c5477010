-- views/region_texts.sql in Spark SQL, written by `npm run spark`
-- digest: f3ded3578b13c422
WITH region_numbers AS (
  SELECT
    bbox_name,
    CAST(ROW_NUMBER() OVER (ORDER BY bbox_name NULLS LAST) AS INT) AS region_number
  FROM regions
), entries AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    STRUCT(
      region_number IS NULL AS region_number_is_null,
      region_number AS region_number,
      COALESCE(sent_loc, CAST('-infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
      COALESCE(sent_loc, CAST('-infinity' AS DOUBLE)) AS sent_loc,
      phrase_id IS NULL AS phrase_id_is_null,
      phrase_id AS phrase_id,
      is_described IS NULL AS is_described_is_null,
      is_described AS is_described
    ) AS mention,
    NULL AS sentence
  FROM object_phrases
  JOIN region_numbers
    USING (bbox_name)
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    NULL,
    STRUCT(
      phrase_id IS NULL AS phrase_id_is_null,
      phrase_id AS phrase_id,
      REGEXP_REPLACE(REGEXP_REPLACE(phrase, '(?d)[\\t\\n\\f\\r ]+', ' '), '^\\p{Zs}+|\\p{Zs}+\\z', '') IS NULL AS phrase_is_null,
      REGEXP_REPLACE(REGEXP_REPLACE(phrase, '(?d)[\\t\\n\\f\\r ]+', ' '), '^\\p{Zs}+|\\p{Zs}+\\z', '') AS phrase
    )
  FROM phrases_if_given
), gathered AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(COLLECT_LIST(STRUCT(mention AS item)) FILTER(WHERE
          NOT mention IS NULL)) > 0,
        TRANSFORM(
          COLLECT_LIST(STRUCT(mention AS item)) FILTER(WHERE
            NOT mention IS NULL),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS mentions,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(sentence.phrase_id AS item)) FILTER(WHERE
          NOT sentence IS NULL)
      ) > 0,
      TRANSFORM(
        COLLECT_LIST(STRUCT(sentence.phrase_id AS item)) FILTER(WHERE
          NOT sentence IS NULL),
        boxed -> boxed.item
      ),
      NULL
    ) AS known_ids,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(sentence.phrase AS item)) FILTER(WHERE
          NOT sentence IS NULL)
      ) > 0,
      TRANSFORM(
        COLLECT_LIST(STRUCT(sentence.phrase AS item)) FILTER(WHERE
          NOT sentence IS NULL),
        boxed -> boxed.item
      ),
      NULL
    ) AS phrases
  FROM entries
  GROUP BY
    image_id,
    study_id,
    patient_id
), regions AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    mentions,
    known_ids,
    phrases,
    unnested.item_0 AS region_number
  FROM gathered
  LATERAL VIEW
  EXPLODE(
    ARRAY_DISTINCT(ARRAY_COMPACT(TRANSFORM(mentions, mention -> mention.region_number)))
  ) unnested AS item_0
), said AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    FILTER(mentions, mention -> mention.region_number = region_number) AS own_mentions,
    TRANSFORM(own_mentions, mention -> mention.phrase_id) AS ids,
    FILTER(
      ids,
      (id, i) -> NOT IF(
        NOT id IS NULL,
        EXISTS(
          SLICE(
            ids,
            CAST(GREATEST(1, 1) AS INT),
            CAST(GREATEST((
              (
                i + 1
              ) - 1
            ) - 1 + 1, 0) AS INT)
          ),
          item -> item IS NOT DISTINCT FROM id
        ),
        NULL
      )
    ) AS phrase_ids,
    TRANSFORM(
      phrase_ids,
      id -> GET(phrases, CAST(NULLIF(ARRAY_POSITION(known_ids, id), 0) AS INT) - 1)
    ) AS texts,
    FILTER(
      texts,
      (text, i) -> NOT text IS NULL
      AND NOT IF(
        NOT text IS NULL,
        EXISTS(
          SLICE(
            texts,
            CAST(GREATEST(1, 1) AS INT),
            CAST(GREATEST((
              (
                i + 1
              ) - 1
            ) - 1 + 1, 0) AS INT)
          ),
          item -> item IS NOT DISTINCT FROM text
        ),
        NULL
      )
    ) AS known_texts
  FROM regions
  JOIN region_numbers
    USING (region_number)
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  ARRAY_MAX(TRANSFORM(own_mentions, mention -> mention.is_described)) AS is_described,
  CAST(ARRAY_SIZE(phrase_ids) AS BIGINT) AS n_phrases,
  phrase_ids,
  IF(ARRAY_SIZE(known_texts) > 0, known_texts, NULL) AS sentences,
  ARRAY_JOIN(sentences, ' ') AS text
FROM said
