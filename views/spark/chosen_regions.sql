-- views/macros/chosen_regions.sql in Spark SQL, written by `npm run spark`
-- digest: 163a90e5e68a9c2e
SELECT
  bbox_name
FROM regions AS r
WHERE
  CASE :regions
    WHEN 18
    THEN in_anaxnet_18
    WHEN 26
    THEN in_gold_26
    WHEN 29
    THEN in_29
    WHEN 36
    THEN has_bbox
    ELSE RAISE_ERROR('expected regions := 18, 26, 29 or 36')
  END
