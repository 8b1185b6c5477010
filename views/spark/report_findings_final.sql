-- views/report_findings_final.sql in Spark SQL, written by `npm run spark`
-- digest: 6b4edd5fd7253638
WITH report_findings_within_sentences AS (
  SELECT
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    phrase_id,
    MAX(
      STRUCT(
        COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) IS NULL AS sent_loc_is_null,
        COALESCE(CAST(sent_loc AS DOUBLE), CAST('-infinity' AS DOUBLE)) AS sent_loc,
        relation IS NULL AS relation_is_null,
        relation AS relation,
        phrase_id IS NULL AS phrase_id_is_null,
        phrase_id AS phrase_id,
        (
          NOT section IS NULL
        ) IS NULL AS has_section_is_null,
        NOT section IS NULL AS has_section,
        section IS NULL AS section_is_null,
        section AS section
      )
    ) AS place,
    BOOL_OR(relation = 'yes') AS says_yes,
    BOOL_OR(relation = 'no') AS says_no
  FROM object_attributes
  WHERE
    relation IN ('yes', 'no')
    AND (
      'finalreport' IS NULL OR section = 'finalreport'
    )
  GROUP BY
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    phrase_id
)
SELECT
  *
FROM (
  SELECT
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    MAX(place).relation AS relation,
    COUNT(phrase_id) FILTER(WHERE
      says_yes) AS n_yes,
    COUNT(phrase_id) FILTER(WHERE
      says_no) AS n_no,
    n_yes > 0 AND n_no > 0 AS is_conflict,
    MAX(place).phrase_id AS last_phrase_id,
    MAX(place).section AS last_section,
    (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    ) AS is_finding
  FROM report_findings_within_sentences AS sentences
  GROUP BY
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name
) AS report_findings_within
