-- views/pair_progressions.sql in Spark SQL, written by `npm run spark`
-- digest: 2bfd101268eb74bb
WITH votes AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    MAX(previous_study_id) AS previous_study_id,
    ANY_VALUE(study_datetime, TRUE) AS study_datetime,
    ANY_VALUE(previous_study_datetime, TRUE) AS previous_study_datetime,
    bbox_name,
    label_name,
    COUNT(DISTINCT relationship_index) FILTER(WHERE
      comparison = 'improved') AS n_improved,
    COUNT(DISTINCT relationship_index) FILTER(WHERE
      comparison = 'worsened') AS n_worsened,
    COUNT(DISTINCT relationship_index) FILTER(WHERE
      comparison = 'no change') AS n_no_change,
    n_improved + n_worsened + n_no_change AS n_votes
  FROM comparisons
  WHERE
    relation = 'yes' AND comparison IN ('improved', 'worsened', 'no change')
  GROUP BY
    image_id,
    study_id,
    patient_id,
    previous_image_id,
    bbox_name,
    label_name
)
SELECT
  image_id,
  study_id,
  patient_id,
  previous_image_id,
  previous_study_id,
  study_datetime,
  previous_study_datetime,
  bbox_name,
  label_name,
  n_improved,
  n_worsened,
  n_no_change,
  CASE
    WHEN 2 * n_improved > n_votes
    THEN 'improved'
    WHEN 2 * n_worsened > n_votes
    THEN 'worsened'
    WHEN 2 * n_no_change > n_votes
    THEN 'no change'
  END AS strict_majority,
  CASE n_votes
    WHEN n_improved
    THEN 'improved'
    WHEN n_worsened
    THEN 'worsened'
    WHEN n_no_change
    THEN 'no change'
  END AS unanimous
FROM votes
