from published_counts
where count_name in (
  'scene graphs', 'CURE: regions to locate', 'sentences', 'MS-CXR-T: labels', 'gold boxes', 'Table 2, report, annotations',
  'Table 4, right lung, f1', 'Table 4, carina, without_box'
)
order by count_name
