-- views/macros/region_finding_lists.sql in Spark SQL, written by `npm run spark`
-- digest: d3b7d0c1bec0f49a
WITH chosen AS (
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
), ruled AS (
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
  CROSS JOIN chosen
  LATERAL VIEW
  EXPLODE(chosen_bbox_names) unnested AS item_0
), placed AS (
  SELECT
    *,
    COALESCE(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0), 1) AS first_place,
    COALESCE(
      ARRAY_SIZE(bbox_names) - NULLIF(ARRAY_POSITION(REVERSE(bbox_names), bbox_name), 0) + 1,
      0
    ) AS last_place
  FROM ruled
)
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
FROM placed
