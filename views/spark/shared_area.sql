-- views/macros/shared_area.sql in Spark SQL, written by `npm run spark`
-- digest: 4b4a4b304db76f4a
SELECT
  CASE
    WHEN NOT :one.x1 + :one.y1 + :one.x2 + :one.y2 + :other.x1 + :other.y1 + :other.x2 + :other.y2 IS NULL
    THEN GREATEST(LEAST(:one.x2, :other.x2) - GREATEST(:one.x1, :other.x1), 0) * GREATEST(LEAST(:one.y2, :other.y2) - GREATEST(:one.y1, :other.y1), 0)
  END AS shared_area
