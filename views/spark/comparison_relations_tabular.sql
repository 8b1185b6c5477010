-- views/comparison_relations_tabular.sql in Spark SQL, written by `npm run spark`
-- digest: 11be7ce1a1827ef5
WITH located AS (
  SELECT
    relations.image_id,
    relations.study_id,
    relations.patient_id,
    relationship_index,
    MIN(
      STRUCT(
        subject.object_index IS NULL AS object_index_is_null,
        subject.object_index AS object_index,
        CONCAT(
          '[',
          CAST(subject.x1 AS STRING),
          ', ',
          CAST(subject.y1 AS STRING),
          ', ',
          CAST(subject.x2 AS STRING),
          ', ',
          CAST(subject.y2 AS STRING),
          ']'
        ) IS NULL AS coord_224_is_null,
        CONCAT(
          '[',
          CAST(subject.x1 AS STRING),
          ', ',
          CAST(subject.y1 AS STRING),
          ', ',
          CAST(subject.x2 AS STRING),
          ', ',
          CAST(subject.y2 AS STRING),
          ']'
        ) AS coord_224,
        CONCAT(
          '[',
          CAST(subject.original_x1 AS STRING),
          ', ',
          CAST(subject.original_y1 AS STRING),
          ', ',
          CAST(subject.original_x2 AS STRING),
          ', ',
          CAST(subject.original_y2 AS STRING),
          ']'
        ) IS NULL AS coord_original_is_null,
        CONCAT(
          '[',
          CAST(subject.original_x1 AS STRING),
          ', ',
          CAST(subject.original_y1 AS STRING),
          ', ',
          CAST(subject.original_x2 AS STRING),
          ', ',
          CAST(subject.original_y2 AS STRING),
          ']'
        ) AS coord_original
      )
    ) FILTER(WHERE
      NOT subject.image_id IS NULL) AS subject,
    MIN(
      STRUCT(
        object.object_index IS NULL AS object_index_is_null,
        object.object_index AS object_index,
        CONCAT(
          '[',
          CAST(object.x1 AS STRING),
          ', ',
          CAST(object.y1 AS STRING),
          ', ',
          CAST(object.x2 AS STRING),
          ', ',
          CAST(object.y2 AS STRING),
          ']'
        ) IS NULL AS coord_224_is_null,
        CONCAT(
          '[',
          CAST(object.x1 AS STRING),
          ', ',
          CAST(object.y1 AS STRING),
          ', ',
          CAST(object.x2 AS STRING),
          ', ',
          CAST(object.y2 AS STRING),
          ']'
        ) AS coord_224,
        CONCAT(
          '[',
          CAST(object.original_x1 AS STRING),
          ', ',
          CAST(object.original_y1 AS STRING),
          ', ',
          CAST(object.original_x2 AS STRING),
          ', ',
          CAST(object.original_y2 AS STRING),
          ']'
        ) IS NULL AS coord_original_is_null,
        CONCAT(
          '[',
          CAST(object.original_x1 AS STRING),
          ', ',
          CAST(object.original_y1 AS STRING),
          ', ',
          CAST(object.original_x2 AS STRING),
          ', ',
          CAST(object.original_y2 AS STRING),
          ']'
        ) AS coord_original
      )
    ) FILTER(WHERE
      NOT object.image_id IS NULL) AS object
  FROM comparison_relations AS relations
  LEFT JOIN objects AS subject
    USING (image_id, study_id, patient_id, bbox_name)
  LEFT JOIN images AS previous
    ON previous.image_id = relations.previous_image_id
  /* by patient, so that only that patient's part of objects is read */
  LEFT JOIN objects AS object
    ON object.patient_id = previous.patient_id
    AND object.image_id = previous.image_id
    AND object.bbox_name = relations.bbox_name
  GROUP BY
    relations.image_id,
    relations.study_id,
    relations.patient_id,
    relationship_index
), findings AS (
  SELECT
    comparison_relations_if_given.*,
    unnested.item_0 AS attribute,
    CAST(unnested.item_1 AS INT) - 1 AS attribute_index
  FROM comparison_relations_if_given
  LATERAL VIEW
  INLINE(
    ARRAYS_ZIP(
      COALESCE(attributes, ARRAY()),
      COALESCE(TRANSFORM(attributes, (item, place) -> place + 1), ARRAY())
    )
  ) unnested AS item_0, item_1
)
SELECT
  relationship_id,
  subject_id,
  object_id,
  bbox_name AS bbox,
  IF(
    ARRAY_SIZE(ARRAY_SORT(ARRAY_DISTINCT(ARRAY_COMPACT(comparisons)))) = 0,
    '',
    ARRAY_JOIN(ARRAY_SORT(ARRAY_DISTINCT(ARRAY_COMPACT(comparisons))), ';;')
  ) AS comparison,
  attribute,
  phrase AS sentence,
  subject.coord_224 AS bbox_coord_224_subject,
  object.coord_224 AS bbox_coord_224_object,
  subject.coord_original AS bbox_coord_original_subject,
  object.coord_original AS bbox_coord_original_object,
  patient_id,
  image_id,
  relationship_index,
  attribute_index
FROM findings
JOIN located
  USING (image_id, study_id, patient_id, relationship_index)
