-- views/exam_questions.sql in Spark SQL, written by `npm run spark`
-- digest: 0adb48e8f9672458
WITH sentences AS (
  SELECT
    study_id,
    patient_id,
    phrase_id,
    MIN(sent_loc) AS sent_loc,
    MIN(phrase) AS phrase
  FROM phrases_if_given
  GROUP BY
    study_id,
    patient_id,
    phrase_id
), reports AS (
  SELECT
    study_id,
    patient_id,
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(
          STRUCT(
            NOT sent_loc IS NULL AS null_0,
            sent_loc AS key_0,
            phrase_id IS NULL AS null_1,
            phrase_id AS key_1,
            phrase AS item
          )
        )
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(
            STRUCT(
              NOT sent_loc IS NULL AS null_0,
              sent_loc AS key_0,
              phrase_id IS NULL AS null_1,
              phrase_id AS key_1,
              phrase AS item
            )
          )
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS sentences
  FROM sentences
  GROUP BY
    study_id,
    patient_id
), answers AS (
  SELECT
    study_id,
    patient_id,
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
          relation = 'yes')
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
            relation = 'yes')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS findings_yes,
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
          relation = 'no')
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
            relation = 'no')
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS findings_no
  FROM report_findings
  WHERE
    is_finding
  GROUP BY
    study_id,
    patient_id
)
SELECT
  study_id,
  patient_id,
  primary_image_id,
  reason_for_exam AS question,
  sentences,
  COALESCE(findings_yes, ARRAY()) AS findings_yes,
  COALESCE(findings_no, ARRAY()) AS findings_no
FROM studies
LEFT JOIN reports
  USING (study_id, patient_id)
LEFT JOIN answers
  USING (study_id, patient_id)
