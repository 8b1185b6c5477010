-- region_label_statistics: How often does a region carry a finding, and has it a box then
-- grain: bbox × category_id × attribute that is affirmed at least once
-- rule: counts affirming attribute strings as the graphs write them: every sentence and image counts
-- tie-break: none
-- source: bbox, attribute, freq_nlp and freq_has_bbox are the columns of the release's object_to_attribute_relation_stats.csv;
--   1 - freq_has_bbox / freq_nlp by region is the last column of the dataset page's table 4
-- columns:
--   bbox: the region (bbox_name)
--   attribute: the finding (label_name)
--   freq_nlp: attribute strings that affirm it
--   freq_has_bbox: of these, those whose image has a usable box of the region (see region_boxes)
--   category_id
with mentions as (
  select image_id, bbox_name, category_id, label_name, count(*) as n
  from main.object_attributes
  where relation = 'yes'
  group by all
)
select mentions.bbox_name as bbox, label_name as attribute,
  sum(n)::bigint as freq_nlp,
  coalesce(sum(n) filter (list_contains(bbox_names, bbox_name)), 0)::bigint as freq_has_bbox,
  category_id
from mentions
join main.image_boxes using (image_id)
group by all
