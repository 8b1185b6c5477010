-- object_to_attribute_relation_stats: How often a region carries a finding, with the columns of the release's file
-- grain: bbox × attribute that is affirmed at least once
-- rule: region_label_statistics over the categories that share a name; findings and verdicts, no modifiers
-- tie-break: none
-- source: columns of the release's object_to_attribute_relation_stats.csv, which has 683 rows; how it counts is not public
-- columns:
--   bbox: the region (bbox_name)
--   attribute: the finding (label_name)
--   freq_nlp: attribute strings that affirm it
--   freq_has_bbox: of these, those whose image has a usable box of the region
select bbox, attribute, sum(freq_nlp)::bigint as freq_nlp, sum(freq_has_bbox)::bigint as freq_has_bbox
from main.region_label_statistics
where category_id = 'nlp' or is_finding(category_id)
group by bbox, attribute
