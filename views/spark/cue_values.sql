-- views/macros/cue_values.sql in Spark SQL, written by `npm run spark`
-- digest: 42cab7cc68195390
SELECT
  TRANSFORM(
    FILTER(:cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
    cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
  ) AS cue_values
