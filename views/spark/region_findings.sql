-- views/region_findings.sql in Spark SQL, written by `npm run spark`
-- digest: 37b606f4dae0fdfd
WITH mentioned AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
                COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) AS sent_loc,
                relation IS NULL AS relation_is_null,
                relation AS relation,
                phrase_id IS NULL AS phrase_id_is_null,
                phrase_id AS phrase_id,
                (
                  NOT section IS NULL
                ) IS NULL AS has_section_is_null,
                NOT section IS NULL AS has_section,
                section IS NULL AS section_is_null,
                section AS section
              ) AS item
            )
          )
        ) > 0,
        TRANSFORM(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
                COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) AS sent_loc,
                relation IS NULL AS relation_is_null,
                relation AS relation,
                phrase_id IS NULL AS phrase_id_is_null,
                phrase_id AS phrase_id,
                (
                  NOT section IS NULL
                ) IS NULL AS has_section_is_null,
                NOT section IS NULL AS has_section,
                section IS NULL AS section_is_null,
                section AS section
              ) AS item
            )
          ),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS places,
    BOOL_OR(side_stated) AS side_stated,
    BOOL_OR(place_stated) AS place_stated
  FROM object_attributes
  LEFT JOIN stated_places
    USING (image_id, study_id, patient_id, bbox_name, phrase_id)
  WHERE
    relation IN ('yes', 'no')
  GROUP BY
    image_id,
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name
), findings AS (
  SELECT
    *,
    FILTER(places, place -> place.relation = 'yes') AS affirmed,
    FILTER(places, place -> place.relation = 'no') AS denied,
    TRANSFORM(
      places,
      place -> STRUCT(
        place.sent_loc IS NULL AS sent_loc_is_null,
        place.sent_loc AS sent_loc,
        place.phrase_id IS NULL AS phrase_id_is_null,
        place.phrase_id AS phrase_id
      )
    ) AS mentions,
    IF(
      ARRAY_SIZE(places) = 1,
      mentions,
      ARRAY_SORT(ARRAY_DISTINCT(ARRAY_COMPACT(mentions)))
    ) AS sentences
  FROM mentioned
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  ARRAY_SIZE(affirmed) > 0 AS any_yes,
  GET(places, ARRAY_SIZE(places) - 1).relation AS last_mention,
  GET(
    FILTER(places, place -> place.section = 'finalreport'),
    ARRAY_SIZE(FILTER(places, place -> place.section = 'finalreport')) - 1
  ).relation AS last_mention_final,
  CASE WHEN ARRAY_SIZE(denied) = 0 THEN 'yes' WHEN any_yes THEN 'conflict' ELSE 'no' END AS state,
  CAST(ARRAY_SIZE(ARRAY_DISTINCT(ARRAY_COMPACT(TRANSFORM(affirmed, place -> place.phrase_id)))) AS BIGINT) AS n_yes,
  CAST(ARRAY_SIZE(ARRAY_DISTINCT(ARRAY_COMPACT(TRANSFORM(denied, place -> place.phrase_id)))) AS BIGINT) AS n_no,
  GET(sentences, CAST(1 AS INT) - 1).phrase_id AS first_phrase_id,
  GET(places, ARRAY_SIZE(places) - 1).phrase_id AS last_phrase_id,
  IF(
    NOT bbox_name IS NULL,
    EXISTS(bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
    NULL
  ) AS has_box,
  side_stated,
  place_stated,
  (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  ) AS is_finding,
  TRANSFORM(sentences, sentence -> sentence.phrase_id) AS phrase_ids
FROM findings
JOIN image_boxes
  USING (image_id, study_id, patient_id)
