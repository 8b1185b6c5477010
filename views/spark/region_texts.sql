-- views/region_texts.sql in Spark SQL, written by `npm run spark`
-- digest: 57b1d12ed63f35ac
WITH entries AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    STRUCT(
      bbox_name IS NULL AS bbox_name_is_null,
      bbox_name AS bbox_name,
      COALESCE(sent_loc, CAST('-infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
      COALESCE(sent_loc, CAST('-infinity' AS DOUBLE)) AS sent_loc,
      phrase_id IS NULL AS phrase_id_is_null,
      phrase_id AS phrase_id,
      is_described IS NULL AS is_described_is_null,
      is_described AS is_described
    ) AS mention,
    NULL AS sentence
  FROM object_phrases
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
    unnested.item_0 AS bbox_name
  FROM gathered
  LATERAL VIEW
  EXPLODE(ARRAY_DISTINCT(ARRAY_COMPACT(TRANSFORM(mentions, mention -> mention.bbox_name)))) unnested AS item_0
), said AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    FILTER(mentions, mention -> mention.bbox_name = bbox_name) AS own_mentions,
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
