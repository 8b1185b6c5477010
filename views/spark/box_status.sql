-- views/macros/box_status.sql in Spark SQL, written by `npm run spark`
-- digest: 6b9668aeceee35c0
SELECT
  CASE
    WHEN :frame_width IS NULL OR :frame_height IS NULL
    THEN NULL
    WHEN :x1 IS NULL OR :y1 IS NULL OR :x2 IS NULL OR :y2 IS NULL
    THEN 'missing'
    WHEN :x2 < :x1 OR :y2 < :y1
    THEN 'inverted'
    WHEN :x2 = :x1 OR :y2 = :y1
    THEN 'zero_area'
    WHEN :x2 <= 0 OR :y2 <= 0 OR :x1 >= :frame_width OR :y1 >= :frame_height
    THEN 'outside'
    WHEN :x1 < 0 OR :y1 < 0 OR :x2 > :frame_width OR :y2 > :frame_height
    THEN 'clipped'
    ELSE 'ok'
  END AS box_status
