-- views/cue_findings.sql in Spark SQL, written by `npm run spark`
-- digest: cd92a8f220921648
WITH lineage AS (
  SELECT
    child AS label_name,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(STRUCT(ancestor AS label_name, TRUE AS is_ancestor) AS item))
      ) > 0,
      TRANSFORM(
        COLLECT_LIST(STRUCT(STRUCT(ancestor AS label_name, TRUE AS is_ancestor) AS item)),
        boxed -> boxed.item
      ),
      NULL
    ) AS implied
  FROM ontology
  WHERE
    kind = 'finding'
  GROUP BY
    child
), mentioned AS (
  SELECT DISTINCT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    category_id,
    label_name
  FROM object_attributes
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
    AND relation IN ('yes', 'no')
), closed AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    unnested.label_name,
    unnested.is_ancestor
  FROM mentioned
  LEFT JOIN lineage
    USING (label_name)
  LATERAL VIEW
  INLINE(
    CONCAT(
      ARRAY(STRUCT(label_name AS label_name, FALSE AS is_ancestor)),
      COALESCE(COALESCE(implied, ARRAY()), ARRAY())
    )
  ) unnested AS label_name, is_ancestor
), labels AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    label_name,
    COUNT(*) FILTER(WHERE
      NOT is_ancestor) AS n_findings,
    BOOL_OR(is_ancestor) AS is_implied
  FROM closed
  GROUP BY
    image_id,
    study_id,
    patient_id,
    phrase_id,
    label_name
), sentences AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    CAST(SUM(n_findings) AS BIGINT) AS n_findings,
    CAST(COALESCE(SUM(n_findings) FILTER(WHERE
      NOT is_implied), 0) AS BIGINT) AS n_leaf_findings
  FROM labels
  GROUP BY
    image_id,
    study_id,
    patient_id,
    phrase_id
), cued AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    entry_index,
    phrase_index,
    attribute_index,
    bbox_name,
    category_id,
    label_name,
    relation,
    phrase_id,
    sent_loc,
    section,
    unnested.cue_type,
    unnested.cue_values
  FROM object_attributes
  LATERAL VIEW
  INLINE(
    ARRAY(
      STRUCT(
        'comparison' AS cue_type,
        TRANSFORM(
          FILTER(comparison_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
          cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
        ) AS cue_values
      ),
      STRUCT(
        'temporal' AS cue_type,
        TRANSFORM(
          FILTER(temporal_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
          cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
        ) AS cue_values
      ),
      STRUCT(
        'severity' AS cue_type,
        TRANSFORM(
          FILTER(severity_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
          cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
        ) AS cue_values
      ),
      STRUCT(
        'texture' AS cue_type,
        TRANSFORM(
          FILTER(texture_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
          cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
        ) AS cue_values
      )
    )
  ) unnested AS cue_type, cue_values
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
    AND relation IN ('yes', 'no')
    AND ARRAY_SIZE(comparison_cues) + ARRAY_SIZE(temporal_cues) + ARRAY_SIZE(severity_cues) + ARRAY_SIZE(texture_cues) > 0
)
SELECT
  image_id,
  study_id,
  patient_id,
  entry_index,
  phrase_index,
  attribute_index,
  bbox_name,
  category_id,
  label_name,
  relation,
  phrase_id,
  sent_loc,
  section,
  cue_type,
  unnested.item_0 AS cue_value,
  n_findings,
  n_leaf_findings,
  n_findings > 1 AS is_ambiguous
FROM cued
JOIN sentences
  USING (image_id, study_id, patient_id, phrase_id)
LATERAL VIEW
EXPLODE(cue_values) unnested AS item_0
