-- views/finding_transitions.sql in Spark SQL, written by `npm run spark`
-- digest: 2c594eb1976041c1
WITH mentioned AS (
  SELECT
    patient_id,
    bbox_name,
    category_id,
    label_name,
    relation,
    unnested.previous_study_id,
    unnested.study_id,
    unnested.is_previous
  FROM report_findings
  JOIN patient_sequences
    USING (patient_id, study_id)
  LATERAL VIEW
  INLINE(
    ARRAY(
      STRUCT(previous_study_id AS previous_study_id, study_id AS study_id, FALSE AS is_previous),
      STRUCT(study_id AS previous_study_id, next_study_id AS study_id, TRUE AS is_previous)
    )
  ) unnested AS previous_study_id, study_id, is_previous
), paired AS (
  SELECT
    patient_id,
    previous_study_id,
    study_id,
    bbox_name,
    category_id,
    label_name,
    ANY_VALUE(relation, TRUE) FILTER(WHERE
      is_previous) AS previous_relation,
    ANY_VALUE(relation, TRUE) FILTER(WHERE
      NOT is_previous) AS relation
  FROM mentioned
  WHERE
    NOT previous_study_id IS NULL AND NOT study_id IS NULL
  GROUP BY
    patient_id,
    previous_study_id,
    study_id,
    bbox_name,
    category_id,
    label_name
)
SELECT
  *,
  CASE
    WHEN previous_relation IS NULL OR relation IS NULL
    THEN 'unmentioned'
    WHEN previous_relation = 'no' AND relation = 'yes'
    THEN 'new'
    WHEN previous_relation = 'yes' AND relation = 'no'
    THEN 'resolved'
    WHEN relation = 'yes'
    THEN 'persistent'
    ELSE 'absent'
  END AS transition,
  (
    NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
  ) AS is_finding
FROM paired
