-- views/progressions.sql in Spark SQL, written by `npm run spark`
-- digest: dd4a12d41033ed60
WITH pairs AS (
  SELECT
    sequences.patient_id,
    sequences.study_id,
    sequences.previous_study_id,
    sequences.primary_image_id AS image_id,
    previous.primary_image_id AS previous_image_id
  FROM patient_sequences AS sequences
  JOIN patient_sequences AS previous
    ON previous.patient_id = sequences.patient_id
    AND previous.study_id = sequences.previous_study_id
  UNION
  SELECT
    patient_id,
    study_id,
    previous_study_id,
    image_id,
    previous_image_id
  FROM pair_progressions
), said AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    previous_study_id,
    bbox_name,
    label_name,
    transition,
    CAST(NULL AS STRING) AS strict_majority
  FROM finding_transitions
  JOIN pairs
    USING (patient_id, study_id, previous_study_id)
  WHERE
    transition IN ('new', 'resolved') AND is_finding
  UNION ALL
  SELECT
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    previous_study_id,
    bbox_name,
    label_name,
    NULL,
    strict_majority
  FROM pair_progressions
  SEMI JOIN (
    SELECT
      label_name
    FROM labels
    WHERE
      (
        NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
      )
  )
    USING (label_name)
  WHERE
    NOT strict_majority IS NULL
), joined AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    previous_study_id,
    bbox_name,
    label_name,
    MIN(transition) AS transition,
    MIN(strict_majority) AS strict_majority
  FROM said
  GROUP BY
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    previous_study_id,
    bbox_name,
    label_name
)
SELECT
  image_id,
  study_id,
  patient_id,
  previous_image_id,
  previous_study_id,
  bbox_name,
  label_name,
  COALESCE(
    transition,
    CASE strict_majority
      WHEN 'worsened'
      THEN 'worse'
      WHEN 'no change'
      THEN 'stable'
      ELSE 'improved'
    END
  ) AS progression,
  IF(transition IS NULL, 'comparison', 'transition') AS rule,
  transition,
  strict_majority,
  COALESCE(
    strict_majority = 'no change'
    AND NOT transition IS NULL
    OR transition = 'new'
    AND strict_majority = 'improved'
    OR transition = 'resolved'
    AND strict_majority = 'worsened',
    FALSE
  ) AS is_contradicted
FROM joined
