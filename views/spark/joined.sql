-- views/macros/joined.sql in Spark SQL, written by `npm run spark`
-- digest: f57a6c8e087d4861
SELECT
  IF(ARRAY_SIZE(:parts) = 0, '', ARRAY_JOIN(:parts, ';;')) AS joined
