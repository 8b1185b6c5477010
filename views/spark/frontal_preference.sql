-- views/macros/frontal_preference.sql in Spark SQL, written by `npm run spark`
-- digest: 329ee75d855c624f
SELECT
  CASE :viewpoint WHEN 'PA' THEN 1 WHEN 'AP' THEN 2 ELSE 3 END AS frontal_preference
