-- views/evaluation_regions.sql in Spark SQL, written by `npm run spark`
-- digest: 888088d0781c52f3
WITH outcomes AS (
  SELECT
    bbox_name,
    COUNT(*) FILTER(WHERE
      outcome = 'tp') AS tp,
    COUNT(*) FILTER(WHERE
      outcome = 'fp') AS fp,
    COUNT(*) FILTER(WHERE
      outcome = 'fn') AS fn
  FROM evaluation_findings
  WHERE
    level = 'report' AND relation = 'yes'
  GROUP BY
    bbox_name
), has_findings AS (
  SELECT
    EXISTS(
      SELECT
        *
      FROM evaluation_findings
    ) AS is_annotated
), counted AS (
  SELECT
    regions.bbox_name,
    CAST(IF(is_annotated, COALESCE(tp, 0), NULL) AS INT) AS tp,
    CAST(IF(is_annotated, COALESCE(fp, 0), NULL) AS INT) AS fp,
    CAST(IF(is_annotated, COALESCE(fn, 0), NULL) AS INT) AS fn
  FROM regions
  CROSS JOIN has_findings
  LEFT JOIN outcomes
    USING (bbox_name)
  WHERE
    in_29
), drawn AS (
  SELECT
    bbox_name,
    CAST(COUNT(*) FILTER(WHERE
      presence = 'both') AS INT) AS n_both,
    CAST(COUNT(*) FILTER(WHERE
      presence = 'gold_only') AS INT) AS n_gold_only,
    CAST(COUNT(*) FILTER(WHERE
      presence = 'silver_only') AS INT) AS n_silver_only,
    CAST(COUNT(*) FILTER(WHERE
      presence = 'neither') AS INT) AS n_neither,
    GET(
      TRANSFORM(
        ARRAY(ARRAY_SORT(COLLECT_LIST(CAST(iou AS DOUBLE)))),
        items -> IF(
          ARRAY_SIZE(items) > 0,
          AGGREGATE(items, CAST(0 AS DOUBLE), (total, item) -> total + item) / ARRAY_SIZE(items),
          NULL
        )
      ),
      0
    ) AS iou,
    GET(
      TRANSFORM(
        ARRAY(ARRAY_SORT(COLLECT_LIST(CAST(iou_original AS DOUBLE)))),
        items -> IF(
          ARRAY_SIZE(items) > 0,
          AGGREGATE(items, CAST(0 AS DOUBLE), (total, item) -> total + item) / ARRAY_SIZE(items),
          NULL
        )
      ),
      0
    ) AS iou_original,
    GET(
      TRANSFORM(
        ARRAY(
          ARRAY_SORT(
            COLLECT_LIST(CAST(COALESCE(iou, 0) AS DOUBLE)) FILTER(WHERE
              presence <> 'neither')
          )
        ),
        items -> IF(
          ARRAY_SIZE(items) > 0,
          AGGREGATE(items, CAST(0 AS DOUBLE), (total, item) -> total + item) / ARRAY_SIZE(items),
          NULL
        )
      ),
      0
    ) AS iou_missing_as_0,
    AVG(CAST(is_corrected AS INT)) FILTER(WHERE
      presence <> 'neither') AS corrected
  FROM evaluation_boxes
  WHERE
    NOT is_derived
  GROUP BY
    bbox_name
), mentions AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    COUNT(*) AS n
  FROM object_attributes
  WHERE
    relation IN ('yes', 'no')
    AND (
      category_id = 'nlp'
      OR (
        NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
      )
    )
  GROUP BY
    image_id,
    study_id,
    patient_id,
    bbox_name
), boxed AS (
  SELECT
    bbox_name,
    CAST((
      SUM(n) FILTER(WHERE
        n_boxes IS NULL)
    ) AS DOUBLE) AS n_without_box,
    CAST(SUM(n) AS DOUBLE) AS n
  FROM mentions
  LEFT JOIN region_boxes
    USING (image_id, study_id, patient_id, bbox_name)
  GROUP BY
    bbox_name
)
SELECT
  bbox_name,
  tp + fn AS annotations,
  tp,
  fp,
  fn,
  CAST(tp AS DOUBLE) / NULLIF(tp + fp, 0) AS precision,
  CAST(tp AS DOUBLE) / NULLIF(tp + fn, 0) AS recall,
  CAST(2 * tp AS DOUBLE) / NULLIF(2 * tp + fp + fn, 0) AS f1,
  n_both,
  n_gold_only,
  n_silver_only,
  n_neither,
  iou,
  iou_original,
  iou_missing_as_0,
  corrected,
  IF(
    n = 0,
    CAST(COALESCE(n_without_box, 0) AS DOUBLE) * CAST('infinity' AS DOUBLE),
    CAST(COALESCE(n_without_box, 0) AS DOUBLE) / n
  ) AS without_box
FROM counted
LEFT JOIN drawn
  USING (bbox_name)
LEFT JOIN boxed
  USING (bbox_name)
