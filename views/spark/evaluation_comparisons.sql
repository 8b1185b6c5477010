-- views/evaluation_comparisons.sql in Spark SQL, written by `npm run spark`
-- digest: 0d1f1ef957db771c
WITH settled AS (
  SELECT
    gold_comparison_relations_if_given.*,
    unnested.item_0 AS one_comparison
  FROM gold_comparison_relations_if_given
  LATERAL VIEW
  EXPLODE(comparisons) unnested AS item_0
  WHERE
    NOT bbox_name IS NULL
), exams AS (
  SELECT
    *
  FROM evaluation_exams
  WHERE
    exam = 2 AND EXISTS(
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
    phrase_id,
    bbox_name,
    one_comparison AS comparison,
    category_id,
    label_name,
    COALESCE(relation, 'yes') AS relation,
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
    comparisons.sent_loc,
    comparisons.phrase_id,
    comparisons.bbox_name,
    comparison,
    category_id,
    label_name,
    relation,
    phrase
  FROM comparisons
  JOIN exams
    USING (image_id, study_id, patient_id)
  LEFT JOIN comparison_relations_if_given
    USING (image_id, study_id, patient_id, relationship_index)
  WHERE
    NOT comparison IS NULL
), leveled AS (
  SELECT
    matching,
    level,
    image_id,
    study_id,
    patient_id,
    is_gold,
    bbox_name,
    comparison,
    IF(level = 'sentence', COALESCE(CAST(sent_loc AS STRING), phrase_id), NULL) AS place,
    IF(matching = 'attribute_blind', NULL, label_name) AS finding,
    IF(matching = 'attribute_blind', NULL, relation) AS polarity,
    STRUCT(
      COALESCE(sent_loc, CAST('infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
      COALESCE(sent_loc, CAST('infinity' AS DOUBLE)) AS sent_loc,
      phrase_id IS NULL AS phrase_id_is_null,
      phrase_id AS phrase_id,
      IF(matching = 'attribute_blind', NULL, category_id) IS NULL AS category_id_is_null,
      IF(matching = 'attribute_blind', NULL, category_id) AS category_id,
      sentence IS NULL AS sentence_is_null,
      sentence AS sentence
    ) AS words
  FROM said
  CROSS JOIN VALUES
    ('attribute_sensitive'),
    ('attribute_blind') AS matchings(matching)
  CROSS JOIN VALUES
    ('sentence'),
    ('report') AS levels(level)
  WHERE
    matching = 'attribute_blind'
    OR NOT label_name IS NULL
    AND (
      category_id IS NULL
      OR category_id = 'nlp'
      OR (
        NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
      )
    )
), matched AS (
  SELECT
    matching,
    level,
    image_id,
    study_id,
    patient_id,
    place,
    bbox_name,
    comparison,
    finding,
    polarity,
    MIN(words) FILTER(WHERE
      is_gold) AS gold,
    MIN(words) FILTER(WHERE
      NOT is_gold) AS silver,
    COALESCE(gold, silver) AS words,
    CASE WHEN gold IS NULL THEN 'fp' WHEN silver IS NULL THEN 'fn' ELSE 'tp' END AS outcome
  FROM leveled
  GROUP BY
    matching,
    level,
    image_id,
    study_id,
    patient_id,
    place,
    bbox_name,
    comparison,
    finding,
    polarity
), paired AS (
  SELECT
    *,
    BOOL_OR(outcome <> 'fp') OVER exam AND BOOL_OR(outcome <> 'fn') OVER exam AS has_both,
    IF(
      ARRAY_SIZE(
        ARRAY_SORT(
          IF(
            ARRAY_SIZE(COLLECT_LIST(IF(outcome <> 'fp', STRUCT(comparison AS item), NULL)) OVER region) > 0,
            TRANSFORM(
              COLLECT_LIST(IF(outcome <> 'fp', STRUCT(comparison AS item), NULL)) OVER region,
              boxed -> boxed.item
            ),
            NULL
          )
        )
      ) = 0,
      '',
      ARRAY_JOIN(
        ARRAY_SORT(
          IF(
            ARRAY_SIZE(COLLECT_LIST(IF(outcome <> 'fp', STRUCT(comparison AS item), NULL)) OVER region) > 0,
            TRANSFORM(
              COLLECT_LIST(IF(outcome <> 'fp', STRUCT(comparison AS item), NULL)) OVER region,
              boxed -> boxed.item
            ),
            NULL
          )
        ),
        ';;'
      )
    ) AS gold_comparison,
    IF(
      ARRAY_SIZE(
        ARRAY_SORT(
          IF(
            ARRAY_SIZE(COLLECT_LIST(IF(outcome <> 'fn', STRUCT(comparison AS item), NULL)) OVER region) > 0,
            TRANSFORM(
              COLLECT_LIST(IF(outcome <> 'fn', STRUCT(comparison AS item), NULL)) OVER region,
              boxed -> boxed.item
            ),
            NULL
          )
        )
      ) = 0,
      '',
      ARRAY_JOIN(
        ARRAY_SORT(
          IF(
            ARRAY_SIZE(COLLECT_LIST(IF(outcome <> 'fn', STRUCT(comparison AS item), NULL)) OVER region) > 0,
            TRANSFORM(
              COLLECT_LIST(IF(outcome <> 'fn', STRUCT(comparison AS item), NULL)) OVER region,
              boxed -> boxed.item
            ),
            NULL
          )
        ),
        ';;'
      )
    ) AS silver_comparison,
    ARRAY_SIZE(COLLECT_SET(IF(outcome <> 'tp', outcome, NULL)) OVER region) = 2 AS is_other
  FROM matched
  WINDOW exam AS (PARTITION BY image_id, study_id, patient_id), region AS (
    PARTITION BY matching, level, image_id, study_id, patient_id, place, bbox_name, finding, polarity
  )
), explained AS (
  SELECT
    *,
    ARRAY_SIZE(
      COLLECT_SET(IF(outcome <> 'tp' AND NOT is_other, outcome, NULL)) OVER (
        PARTITION BY matching, level, image_id, study_id, patient_id, place, comparison, finding, polarity
      )
    ) = 2 AS is_elsewhere
  FROM paired
)
SELECT
  matching,
  level,
  image_id,
  study_id,
  patient_id,
  words.phrase_id AS phrase_id,
  NULLIF(words.sent_loc, CAST('infinity' AS DOUBLE)) AS sent_loc,
  bbox_name,
  comparison,
  words.category_id AS category_id,
  finding AS label_name,
  polarity AS relation,
  gold_comparison,
  silver_comparison,
  outcome,
  CASE
    WHEN outcome = 'tp'
    THEN NULL
    WHEN NOT has_both
    THEN 'exam'
    WHEN is_other
    THEN 'comparison'
    WHEN is_elsewhere
    THEN 'region'
    WHEN outcome = 'fn'
    THEN 'missed'
    ELSE 'added'
  END AS error,
  words.sentence AS sentence
FROM explained
