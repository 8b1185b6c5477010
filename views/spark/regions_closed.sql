-- views/regions_closed.sql in Spark SQL, written by `npm run spark`
-- digest: 8d4b348b337aa8cc
WITH upward AS (
  SELECT
    child AS bbox_name,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            STRUCT(
              ancestor AS bbox_name,
              STRUCT(
                depth IS NULL AS depth_is_null,
                depth AS depth,
                CASE certainty WHEN 'certain' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END IS NULL AS doubt_is_null,
                CASE certainty WHEN 'certain' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END AS doubt,
                child IS NULL AS child_is_null,
                child AS child,
                source IS NULL AS source_is_null,
                source AS source,
                certainty IS NULL AS certainty_is_null,
                certainty AS certainty
              ) AS way
            ) AS item
          )
        )
      ) > 0,
      TRANSFORM(
        COLLECT_LIST(
          STRUCT(
            STRUCT(
              ancestor AS bbox_name,
              STRUCT(
                depth IS NULL AS depth_is_null,
                depth AS depth,
                CASE certainty WHEN 'certain' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END IS NULL AS doubt_is_null,
                CASE certainty WHEN 'certain' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END AS doubt,
                child IS NULL AS child_is_null,
                child AS child,
                source IS NULL AS source_is_null,
                source AS source,
                certainty IS NULL AS certainty_is_null,
                certainty AS certainty
              ) AS way
            ) AS item
          )
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS implied
  FROM ontology
  SEMI JOIN regions
    ON regions.bbox_name = ancestor
  WHERE
    kind = 'region'
  GROUP BY
    child
), mentioned AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    category_id,
    label_name,
    relation,
    unnested.bbox_name,
    unnested.way
  FROM findings_closed
  LEFT JOIN upward
    USING (bbox_name)
  LATERAL VIEW
  INLINE(
    CONCAT(
      ARRAY(STRUCT(bbox_name AS bbox_name, NULL AS way)),
      COALESCE(IF(relation = 'yes', COALESCE(implied, ARRAY()), ARRAY()), ARRAY())
    )
  ) unnested AS bbox_name, way
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  COALESCE(ANY_VALUE(relation, TRUE) FILTER(WHERE
    way IS NULL), 'yes') AS relation,
  COUNT(*) FILTER(WHERE
    way IS NULL) = 0 AS is_derived,
  COUNT(way) > 0 AS has_affirmed_part,
  CASE WHEN is_derived THEN MIN(way).child END AS derived_from,
  CASE WHEN is_derived THEN MIN(way).depth ELSE 0 END AS depth,
  CASE WHEN is_derived THEN MIN(way).source END AS source,
  CASE WHEN is_derived THEN MIN(way).certainty END AS certainty
FROM mentioned
GROUP BY
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name
