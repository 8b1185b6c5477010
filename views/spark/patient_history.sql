-- views/macros/patient_history.sql in Spark SQL, written by `npm run spark`
-- digest: 7c3bc84bd7152d99
WITH changed AS (
  SELECT
    study_id,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            bbox_name IS NULL AS null_0,
            bbox_name AS key_0,
            label_name IS NULL AS null_1,
            label_name AS key_1,
            bbox_name || ': ' || label_name AS item
          )
        ) FILTER(WHERE
          transition = 'new')
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              bbox_name IS NULL AS null_0,
              bbox_name AS key_0,
              label_name IS NULL AS null_1,
              label_name AS key_1,
              bbox_name || ': ' || label_name AS item
            )
          ) FILTER(WHERE
            transition = 'new')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS new_findings,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            bbox_name IS NULL AS null_0,
            bbox_name AS key_0,
            label_name IS NULL AS null_1,
            label_name AS key_1,
            bbox_name || ': ' || label_name AS item
          )
        ) FILTER(WHERE
          transition = 'resolved')
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              bbox_name IS NULL AS null_0,
              bbox_name AS key_0,
              label_name IS NULL AS null_1,
              label_name AS key_1,
              bbox_name || ': ' || label_name AS item
            )
          ) FILTER(WHERE
            transition = 'resolved')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS resolved_findings
  FROM finding_transitions
  WHERE
    patient_id = :patient AND is_finding
  GROUP BY
    study_id
), compared AS (
  SELECT DISTINCT
    study_id,
    bbox_name,
    label_name,
    strict_majority
  FROM pair_progressions
  WHERE
    patient_id = :patient
    AND label_name IN (
      SELECT
        label_name
      FROM labels
      WHERE
        (
          NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
        )
    )
), called AS (
  SELECT
    study_id,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            bbox_name IS NULL AS null_0,
            bbox_name AS key_0,
            label_name IS NULL AS null_1,
            label_name AS key_1,
            bbox_name || ': ' || label_name AS item
          )
        ) FILTER(WHERE
          strict_majority = 'improved')
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              bbox_name IS NULL AS null_0,
              bbox_name AS key_0,
              label_name IS NULL AS null_1,
              label_name AS key_1,
              bbox_name || ': ' || label_name AS item
            )
          ) FILTER(WHERE
            strict_majority = 'improved')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS improved,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            bbox_name IS NULL AS null_0,
            bbox_name AS key_0,
            label_name IS NULL AS null_1,
            label_name AS key_1,
            bbox_name || ': ' || label_name AS item
          )
        ) FILTER(WHERE
          strict_majority = 'worsened')
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              bbox_name IS NULL AS null_0,
              bbox_name AS key_0,
              label_name IS NULL AS null_1,
              label_name AS key_1,
              bbox_name || ': ' || label_name AS item
            )
          ) FILTER(WHERE
            strict_majority = 'worsened')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS worsened
  FROM compared
  GROUP BY
    study_id
)
SELECT
  sequence_number,
  study_id,
  study_datetime,
  gap_days,
  n_images,
  primary_image_id,
  findings_yes,
  COALESCE(new_findings, ARRAY()) AS new_findings,
  COALESCE(resolved_findings, ARRAY()) AS resolved_findings,
  COALESCE(improved, ARRAY()) AS improved,
  COALESCE(worsened, ARRAY()) AS worsened
FROM patient_sequences
LEFT JOIN changed
  USING (study_id)
LEFT JOIN called
  USING (study_id)
WHERE
  patient_id = :patient
ORDER BY
  sequence_number NULLS LAST
