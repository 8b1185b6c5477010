-- views/findings_closed.sql in Spark SQL, written by `npm run spark`
-- digest: b8d30d4ba8bbbf0e
WITH findings AS (
  SELECT
    label_name,
    MIN(category_id) AS category_id
  FROM labels
  WHERE
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
  GROUP BY
    label_name
), upward AS (
  SELECT
    child AS label_name,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            STRUCT(
              category_id AS category_id,
              ancestor AS label_name,
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
              category_id AS category_id,
              ancestor AS label_name,
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
  JOIN findings
    ON findings.label_name = ancestor
  WHERE
    kind = 'finding'
  GROUP BY
    child
), mentioned AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    last_mention,
    unnested.category_id,
    unnested.label_name,
    unnested.way
  FROM region_findings
  LEFT JOIN upward
    USING (label_name)
  LATERAL VIEW
  INLINE(
    CONCAT(
      ARRAY(STRUCT(category_id AS category_id, label_name AS label_name, NULL AS way)),
      COALESCE(IF(last_mention = 'yes', COALESCE(implied, ARRAY()), ARRAY()), ARRAY())
    )
  ) unnested AS category_id, label_name, way
  WHERE
    is_finding
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  category_id,
  label_name,
  COALESCE(ANY_VALUE(last_mention, TRUE) FILTER(WHERE
    way IS NULL), 'yes') AS relation,
  COUNT(*) FILTER(WHERE
    way IS NULL) = 0 AS is_derived,
  COUNT(way) > 0 AS has_affirmed_child,
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
