-- views/macros/box_iou.sql in Spark SQL, written by `npm run spark`
-- digest: 7c0b6506be6a72a4
SELECT
  CAST(CASE
    WHEN NOT :one.x1 + :one.y1 + :one.x2 + :one.y2 + :other.x1 + :other.y1 + :other.x2 + :other.y2 IS NULL
    THEN GREATEST(LEAST(:one.x2, :other.x2) - GREATEST(:one.x1, :other.x1), 0) * GREATEST(LEAST(:one.y2, :other.y2) - GREATEST(:one.y1, :other.y1), 0)
  END AS DOUBLE) / NULLIF(
    (
      :one.x2 - :one.x1
    ) * (
      :one.y2 - :one.y1
    ) + (
      :other.x2 - :other.x1
    ) * (
      :other.y2 - :other.y1
    ) - CASE
      WHEN NOT :one.x1 + :one.y1 + :one.x2 + :one.y2 + :other.x1 + :other.y1 + :other.x2 + :other.y2 IS NULL
      THEN GREATEST(LEAST(:one.x2, :other.x2) - GREATEST(:one.x1, :other.x1), 0) * GREATEST(LEAST(:one.y2, :other.y2) - GREATEST(:one.y1, :other.y1), 0)
    END,
    0
  ) AS box_iou
