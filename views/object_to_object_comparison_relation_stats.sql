-- object_to_object_comparison_relation_stats: How often a finding has changed, with the columns of the release's file
-- grain: bbox × comparison × attribute that is compared at least once
-- rule: comparison_statistics over the categories that share a name; findings and verdicts, no modifiers
-- tie-break: none
-- source: columns of the release's object_to_object_comparison_relation_stats.csv, which has 2,681 rows; how it counts is not public
-- columns:
--   bbox: the region (bbox_name)
--   comparison: improved, worsened or no change; other values are kept
--   attribute: the finding (label_name)
--   freq_nlp: comparisons of the affirmed finding
--   freq_have_bboxes: of these, those where the current and the previous image both have a usable box of the region
select bbox, comparison, attribute, sum(freq_nlp)::bigint as freq_nlp, sum(freq_have_bboxes)::bigint as freq_have_bboxes
from main.comparison_statistics
where category_id = 'nlp' or is_finding(category_id)
group by bbox, comparison, attribute
