-- views/macros/study_report.sql in Spark SQL, written by `npm run spark`
-- digest: 8d0f1374cc4d7c0c
SELECT
  phrase_id,
  sent_loc,
  section,
  phrase,
  findings,
  bbox_names,
  leaf_bbox_names,
  boxes,
  image_id
FROM (
  SELECT
    phrase_id,
    sent_loc,
    section,
    phrase,
    findings,
    bbox_names,
    leaf_bbox_names,
    boxes,
    g.image_id,
    ROW_NUMBER() OVER (
      PARTITION BY phrase_id
      ORDER BY frontal_image_id NULLS LAST, g.image_id NULLS LAST
    ) AS _w
  FROM phrase_groundings AS g
  LEFT JOIN (
    SELECT
      image_id AS frontal_image_id
    FROM study_frontal_images
    WHERE
      study_id = :study
  )
    ON frontal_image_id = g.image_id
  WHERE
    g.study_id = :study
  ORDER BY
    sent_loc,
    phrase_id NULLS LAST
) AS _t
WHERE
  _w = 1
