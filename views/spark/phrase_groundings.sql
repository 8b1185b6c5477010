-- views/phrase_groundings.sql in Spark SQL, written by `npm run spark`
-- digest: 2392f82d0f9b69c1
WITH mentioned AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    bbox_name,
    MIN(sent_loc) AS sent_loc,
    MIN(
      STRUCT(
        entry_index IS NULL AS entry_index_is_null,
        entry_index AS entry_index,
        section IS NULL AS section_is_null,
        section AS section
      )
    ) AS entry
  FROM object_phrases
  GROUP BY ALL
), ancestors AS (
  SELECT
    child AS bbox_name,
    IF(
      ARRAY_SIZE(COLLECT_LIST(STRUCT(ancestor AS item))) > 0,
      TRANSFORM(COLLECT_LIST(STRUCT(ancestor AS item)), boxed -> boxed.item),
      NULL
    ) AS ancestors
  FROM ontology
  WHERE
    kind = 'region'
  GROUP BY
    child
), grounded AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    MIN(sent_loc) AS sent_loc,
    MIN(entry).section AS section,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(COLLECT_LIST(STRUCT(bbox_name AS item))) > 0,
        TRANSFORM(COLLECT_LIST(STRUCT(bbox_name AS item)), boxed -> boxed.item),
        NULL
      )
    ) AS bbox_names,
    FLATTEN(
      FILTER(
        IF(
          ARRAY_SIZE(COLLECT_LIST(STRUCT(ancestors AS item)) FILTER(WHERE
            NOT ancestors IS NULL)) > 0,
          TRANSFORM(
            COLLECT_LIST(STRUCT(ancestors AS item)) FILTER(WHERE
              NOT ancestors IS NULL),
            boxed -> boxed.item
          ),
          NULL
        ),
        item -> NOT item IS NULL
      )
    ) AS covered,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(
          COLLECT_LIST(
            STRUCT(STRUCT(bbox_name AS bbox_name, x1 AS x1, y1 AS y1, x2 AS x2, y2 AS y2) AS item)
          ) FILTER(WHERE
            NOT x1 IS NULL)
        ) > 0,
        TRANSFORM(
          COLLECT_LIST(
            STRUCT(STRUCT(bbox_name AS bbox_name, x1 AS x1, y1 AS y1, x2 AS x2, y2 AS y2) AS item)
          ) FILTER(WHERE
            NOT x1 IS NULL),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS boxes
  FROM mentioned
  LEFT JOIN ancestors
    USING (bbox_name)
  LEFT JOIN region_boxes
    USING (image_id, study_id, patient_id, bbox_name)
  GROUP BY
    image_id,
    study_id,
    patient_id,
    phrase_id
), said AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    phrase_id,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(COLLECT_LIST(STRUCT(CONCAT_WS('|', category_id, relation, label_name) AS item))) > 0,
        ARRAY_DISTINCT(
          TRANSFORM(
            COLLECT_LIST(STRUCT(CONCAT_WS('|', category_id, relation, label_name) AS item)),
            boxed -> boxed.item
          )
        ),
        NULL
      )
    ) AS findings
  FROM object_attributes
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
  GROUP BY ALL
)
SELECT
  image_id,
  study_id,
  patient_id,
  phrase_id,
  grounded.sent_loc,
  grounded.section,
  phrase,
  bbox_names,
  FILTER(
    bbox_names,
    name -> NOT COALESCE(
      IF(NOT name IS NULL, EXISTS(covered, item -> item IS NOT DISTINCT FROM name), NULL),
      FALSE
    )
  ) AS leaf_bbox_names,
  COALESCE(grounded.boxes, ARRAY()) AS boxes,
  COALESCE(findings, ARRAY()) AS findings,
  ARRAY_SIZE(COALESCE(grounded.boxes, ARRAY())) = ARRAY_SIZE(bbox_names) AS all_boxes_present,
  ARRAY_SIZE(
    FILTER(
      COALESCE(grounded.boxes, ARRAY()),
      box -> IF(
        NOT box.bbox_name IS NULL,
        EXISTS(leaf_bbox_names, item -> item IS NOT DISTINCT FROM box.bbox_name),
        NULL
      )
    )
  ) = ARRAY_SIZE(leaf_bbox_names) AS all_leaf_boxes_present
FROM grounded
LEFT JOIN said
  USING (image_id, study_id, patient_id, phrase_id)
LEFT JOIN phrases_if_given
  USING (image_id, study_id, patient_id, phrase_id)
