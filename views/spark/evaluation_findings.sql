-- views/evaluation_findings.sql in Spark SQL, written by `npm run spark`
-- digest: 8c6b473928ab7342
WITH settled AS (
  SELECT
    *
  FROM gold_attribute_relations_if_given
  WHERE
    relation IN ('yes', 'no')
    AND NOT bbox_name IS NULL
    AND NOT label_name IS NULL
    AND (
      category_id IS NULL
      OR category_id = 'nlp'
      OR (
        NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
      )
    )
), exams AS (
  SELECT
    *
  FROM evaluation_exams
  WHERE
    exam = 1 AND EXISTS(
      SELECT
        *
      FROM settled
    )
), said AS (
  SELECT
    exams.image_id,
    exams.study_id,
    exams.patient_id,
    TRUE AS is_gold,
    settled.sent_loc,
    settled.phrase_id,
    settled.section,
    bbox_name,
    category_id,
    label_name,
    relation,
    sentence
  FROM settled
  JOIN exams
    ON exams.image_id = settled.image_id
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    FALSE,
    mentions.sent_loc,
    mentions.phrase_id,
    mentions.section,
    bbox_name,
    category_id,
    label_name,
    relation,
    phrase
  FROM object_attributes AS mentions
  JOIN exams
    USING (image_id, study_id, patient_id)
  LEFT JOIN phrases_if_given
    USING (image_id, study_id, patient_id, phrase_id)
  WHERE
    mentions.relation IN ('yes', 'no')
    AND (
      category_id = 'nlp'
      OR (
        NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
      )
    )
), placed AS (
  SELECT
    *,
    COALESCE(CAST(sent_loc AS STRING), phrase_id) AS place,
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
      ) IS NULL AS mention_is_null,
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
      ) AS mention,
      sent_loc IS NULL AS sent_loc_is_null,
      sent_loc AS sent_loc,
      place IS NULL AS place_is_null,
      place AS place,
      category_id IS NULL AS category_id_is_null,
      category_id AS category_id,
      sentence IS NULL AS sentence_is_null,
      sentence AS sentence
    ) AS words
  FROM said
), leveled AS (
  SELECT
    'sentence' AS level,
    image_id,
    study_id,
    patient_id,
    is_gold,
    place,
    bbox_name,
    label_name,
    relation,
    words
  FROM placed
  UNION ALL
  SELECT
    'report',
    image_id,
    study_id,
    patient_id,
    is_gold,
    NULL,
    bbox_name,
    label_name,
    MAX(words).mention.relation,
    MAX(words)
  FROM placed
  GROUP BY
    image_id,
    study_id,
    patient_id,
    is_gold,
    bbox_name,
    label_name
), matched AS (
  SELECT
    level,
    image_id,
    study_id,
    patient_id,
    place,
    bbox_name,
    label_name,
    relation,
    MAX(words) FILTER(WHERE
      is_gold) AS gold,
    MAX(words) FILTER(WHERE
      NOT is_gold) AS silver,
    COALESCE(gold, silver) AS words,
    CASE WHEN gold IS NULL THEN 'fp' WHEN silver IS NULL THEN 'fn' ELSE 'tp' END AS outcome
  FROM leveled
  GROUP BY
    level,
    image_id,
    study_id,
    patient_id,
    place,
    bbox_name,
    label_name,
    relation
), paired AS (
  SELECT
    *,
    BOOL_OR(outcome <> 'fp') OVER exam AND BOOL_OR(outcome <> 'fn') OVER exam AS has_both,
    COUNT(IF(outcome <> 'fp' AND relation = 'yes', 1, NULL)) OVER finding AS gold_yes,
    COUNT(IF(outcome <> 'fp' AND relation = 'no', 1, NULL)) OVER finding AS gold_no,
    COUNT(IF(outcome <> 'fn' AND relation = 'yes', 1, NULL)) OVER finding AS silver_yes,
    COUNT(IF(outcome <> 'fn' AND relation = 'no', 1, NULL)) OVER finding AS silver_no,
    ARRAY_SIZE(COLLECT_SET(IF(outcome <> 'tp', outcome, NULL)) OVER finding) = 2 AS is_opposite
  FROM matched
  WINDOW exam AS (PARTITION BY image_id, study_id, patient_id), finding AS (PARTITION BY level, image_id, study_id, patient_id, place, bbox_name, label_name)
), explained AS (
  SELECT
    *,
    ARRAY_SIZE(
      COLLECT_SET(IF(outcome <> 'tp' AND NOT is_opposite, outcome, NULL)) OVER (PARTITION BY level, image_id, study_id, patient_id, place, label_name, relation)
    ) = 2 AS is_elsewhere
  FROM paired
), sentence_cues AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    COALESCE(CAST(sent_loc AS STRING), phrase_id) AS place,
    ARRAY_SORT(
      ARRAY_DISTINCT(
        ARRAY_COMPACT(
          FLATTEN(
            FILTER(
              IF(
                ARRAY_SIZE(
                  COLLECT_LIST(
                    STRUCT(
                      CONCAT(
                        COALESCE(
                          CONCAT(COALESCE(comparison_cues, ARRAY()), COALESCE(temporal_cues, ARRAY())),
                          ARRAY()
                        ),
                        COALESCE(CONCAT(COALESCE(severity_cues, ARRAY()), COALESCE(texture_cues, ARRAY())), ARRAY())
                      ) AS item
                    )
                  )
                ) > 0,
                TRANSFORM(
                  COLLECT_LIST(
                    STRUCT(
                      CONCAT(
                        COALESCE(
                          CONCAT(COALESCE(comparison_cues, ARRAY()), COALESCE(temporal_cues, ARRAY())),
                          ARRAY()
                        ),
                        COALESCE(CONCAT(COALESCE(severity_cues, ARRAY()), COALESCE(texture_cues, ARRAY())), ARRAY())
                      ) AS item
                    )
                  ),
                  boxed -> boxed.item
                ),
                NULL
              ),
              item -> NOT item IS NULL
            )
          )
        )
      )
    ) AS cues
  FROM object_phrases
  JOIN exams
    USING (image_id, study_id, patient_id)
  GROUP BY
    image_id,
    study_id,
    patient_id,
    place
)
SELECT
  level,
  explained.image_id,
  explained.study_id,
  explained.patient_id,
  words.mention.phrase_id AS phrase_id,
  words.sent_loc AS sent_loc,
  bbox_name,
  words.category_id AS category_id,
  label_name,
  relation,
  CASE
    WHEN gold_yes > 0 AND gold_no > 0
    THEN 'conflict'
    WHEN gold_yes > 0
    THEN 'yes'
    WHEN gold_no > 0
    THEN 'no'
  END AS gold_relation,
  CASE
    WHEN silver_yes > 0 AND silver_no > 0
    THEN 'conflict'
    WHEN silver_yes > 0
    THEN 'yes'
    WHEN silver_no > 0
    THEN 'no'
  END AS silver_relation,
  outcome,
  CASE
    WHEN outcome = 'tp'
    THEN NULL
    WHEN NOT has_both
    THEN 'exam'
    WHEN is_opposite
    THEN 'polarity'
    WHEN is_elsewhere
    THEN 'region'
    WHEN outcome = 'fn'
    THEN 'missed'
    ELSE 'added'
  END AS error,
  (
    NOT words.category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  ) AS is_finding,
  COALESCE(cues, ARRAY()) AS cues,
  words.sentence AS sentence
FROM explained
LEFT JOIN sentence_cues
  ON sentence_cues.image_id = explained.image_id
  AND sentence_cues.study_id = explained.study_id
  AND sentence_cues.patient_id = explained.patient_id
  AND sentence_cues.place = words.place
