-- views/image_labels.sql in Spark SQL, written by `npm run spark`
-- digest: e1513d5d79ca30a7
SELECT
  image_id,
  study_id,
  patient_id,
  category_id,
  label_name,
  BOOL_OR(any_yes) AS any_yes,
  CASE WHEN BOOL_OR(last_mention = 'yes') THEN 'yes' ELSE 'no' END AS last_mention,
  CASE
    WHEN BOOL_OR(last_mention_final = 'yes')
    THEN 'yes'
    WHEN COUNT(last_mention_final) > 0
    THEN 'no'
  END AS last_mention_final,
  CASE
    WHEN BOOL_AND(state = 'yes')
    THEN 'yes'
    WHEN BOOL_AND(state = 'no')
    THEN 'no'
    ELSE 'conflict'
  END AS state,
  COUNT(*) AS n_regions,
  COALESCE(
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item)) FILTER(WHERE
          last_mention = 'yes')
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item)) FILTER(WHERE
            last_mention = 'yes')
        ),
        boxed -> boxed.item
      ),
      NULL
    ),
    ARRAY()
  ) AS bbox_names_yes
FROM region_findings
GROUP BY
  image_id,
  study_id,
  patient_id,
  category_id,
  label_name
