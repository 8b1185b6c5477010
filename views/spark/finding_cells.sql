-- views/macros/finding_cells.sql in Spark SQL, written by `npm run spark`
-- digest: 0b6fd3348ba702c1
WITH chosen AS (
  SELECT
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            category_id IS NULL AS null_0,
            category_id AS key_0,
            label_name IS NULL AS null_1,
            label_name AS key_1,
            STRUCT(category_id AS category_id, label_name AS label_name) AS item
          )
        )
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              category_id IS NULL AS null_0,
              category_id AS key_0,
              label_name IS NULL AS null_1,
              label_name AS key_1,
              STRUCT(category_id AS category_id, label_name AS label_name) AS item
            )
          )
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS findings
  FROM labels
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
), region_finding_lists_chosen AS (
  SELECT
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS chosen_bbox_names
  FROM (
    SELECT
      bbox_name
    FROM regions AS r
    WHERE
      CASE :regions
        WHEN 18
        THEN in_anaxnet_18
        WHEN 26
        THEN in_gold_26
        WHEN 29
        THEN in_29
        WHEN 36
        THEN has_bbox
        ELSE RAISE_ERROR('expected regions := 18, 26, 29 or 36')
      END
  ) AS chosen_regions
), region_finding_lists_ruled AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_names,
    category_ids,
    label_names,
    CASE :rule
      WHEN 'last_mention'
      THEN last_mentions
      WHEN 'last_mention_final'
      THEN last_mentions_final
      WHEN 'any_yes'
      THEN TRANSFORM(states, state -> IF(state = 'no', 'no', 'yes'))
      WHEN 'state'
      THEN states
      ELSE RAISE_ERROR('expected rule := last_mention, last_mention_final, any_yes or state')
    END AS relations,
    unnested.item_0 AS bbox_name
  FROM finding_lists
  CROSS JOIN region_finding_lists_chosen AS chosen
  LATERAL VIEW
  EXPLODE(chosen_bbox_names) unnested AS item_0
), region_finding_lists_placed AS (
  SELECT
    *,
    COALESCE(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0), 1) AS first_place,
    COALESCE(
      ARRAY_SIZE(bbox_names) - NULLIF(ARRAY_POSITION(REVERSE(bbox_names), bbox_name), 0) + 1,
      0
    ) AS last_place
  FROM region_finding_lists_ruled AS ruled
), cells AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    relations,
    TRANSFORM(
      label_names,
      (label_name, i) -> GET(category_ids, CAST((
        i + 1
      ) AS INT) - 1) || '\n' || label_name
    ) AS mentioned,
    unnested.category_id,
    unnested.label_name
  FROM (
    SELECT
      image_id,
      study_id,
      patient_id,
      bbox_name,
      SLICE(
        category_ids,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS category_ids,
      SLICE(
        label_names,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS label_names,
      SLICE(
        relations,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS relations
    FROM region_finding_lists_placed AS placed
  ) AS region_finding_lists
  CROSS JOIN chosen
  LATERAL VIEW
  INLINE(findings) unnested AS category_id, label_name
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(mentioned, category_id || '\n' || label_name), 0) AS INT) - 1
  ) AS relation
FROM cells
