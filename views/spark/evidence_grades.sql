-- views/evidence_grades.sql in Spark SQL, written by `npm run spark`
-- digest: ee16509b0b7dbc5c
WITH hedged AS (
  SELECT DISTINCT
    image_id,
    study_id,
    patient_id,
    phrase_id AS last_phrase_id,
    TRUE AS is_hedged
  FROM object_phrases
  WHERE
    EXISTS(
      TRANSFORM(
        FILTER(severity_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
        cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
      ),
      item -> item IS NOT DISTINCT FROM 'hedge'
    )
), graded AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    category_id,
    label_name,
    last_mention AS relation,
    CASE
      WHEN IF(
        NOT bbox_name IS NULL,
        EXISTS(clipped_bbox_names, item -> item IS NOT DISTINCT FROM bbox_name),
        NULL
      )
      THEN 'clipped'
      WHEN has_box
      THEN 'ok'
      ELSE 'missing'
    END AS box_status,
    side_stated,
    COALESCE(is_hedged, FALSE) AS is_hedged,
    state = 'conflict' AS is_conflict,
    last_mention_final IS NULL AS is_preliminary_only,
    FILTER(
      ARRAY(
        CASE box_status WHEN 'missing' THEN 'no box' WHEN 'clipped' THEN 'clipped box' END,
        IF(NOT side_stated, 'side not stated', NULL),
        IF(is_hedged, 'hedged', NULL),
        IF(is_conflict, 'conflict', NULL),
        IF(is_preliminary_only, 'preliminary only', NULL)
      ),
      reservation -> NOT reservation IS NULL
    ) AS reservations
  FROM region_findings
  JOIN image_boxes
    USING (image_id, study_id, patient_id)
  LEFT JOIN hedged
    USING (image_id, study_id, patient_id, last_phrase_id)
  WHERE
    is_finding
)
SELECT
  *,
  CASE ARRAY_SIZE(reservations) WHEN 0 THEN 'strong' WHEN 1 THEN 'fair' ELSE 'weak' END AS evidence_grade
FROM graded
