-- views/finding_lists.sql in Spark SQL, written by `npm run spark`
-- digest: 442c97b237851e49
WITH gathered AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    ARRAY_SORT(
      IF(
        ARRAY_SIZE(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                bbox_name IS NULL AS bbox_name_is_null,
                bbox_name AS bbox_name,
                category_id IS NULL AS category_id_is_null,
                category_id AS category_id,
                label_name IS NULL AS label_name_is_null,
                label_name AS label_name,
                last_mention IS NULL AS last_mention_is_null,
                last_mention AS last_mention,
                last_mention_final IS NULL AS last_mention_final_is_null,
                last_mention_final AS last_mention_final,
                state IS NULL AS state_is_null,
                state AS state
              ) AS item
            )
          )
        ) > 0,
        TRANSFORM(
          COLLECT_LIST(
            STRUCT(
              STRUCT(
                bbox_name IS NULL AS bbox_name_is_null,
                bbox_name AS bbox_name,
                category_id IS NULL AS category_id_is_null,
                category_id AS category_id,
                label_name IS NULL AS label_name_is_null,
                label_name AS label_name,
                last_mention IS NULL AS last_mention_is_null,
                last_mention AS last_mention,
                last_mention_final IS NULL AS last_mention_final_is_null,
                last_mention_final AS last_mention_final,
                state IS NULL AS state_is_null,
                state AS state
              ) AS item
            )
          ),
          boxed -> boxed.item
        ),
        NULL
      )
    ) AS findings
  FROM region_findings
  WHERE
    is_finding
  GROUP BY
    image_id,
    study_id,
    patient_id
)
SELECT
  image_id,
  study_id,
  patient_id,
  COALESCE(TRANSFORM(findings, finding -> finding.bbox_name), ARRAY()) AS bbox_names,
  COALESCE(TRANSFORM(findings, finding -> finding.category_id), ARRAY()) AS category_ids,
  COALESCE(TRANSFORM(findings, finding -> finding.label_name), ARRAY()) AS label_names,
  COALESCE(TRANSFORM(findings, finding -> finding.last_mention), ARRAY()) AS last_mentions,
  COALESCE(TRANSFORM(findings, finding -> finding.last_mention_final), ARRAY()) AS last_mentions_final,
  COALESCE(TRANSFORM(findings, finding -> finding.state), ARRAY()) AS states
FROM images
LEFT JOIN gathered
  USING (image_id, study_id, patient_id)
