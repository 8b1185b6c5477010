-- comparison_statistics: How often is a finding of a region called improved, worsened or unchanged
-- grain: bbox × comparison × category_id × attribute
-- rule: counts the rows of comparisons whose attribute is affirmed: every sentence and every pair of images counts; a relation
--   with two comparisons counts once for each
-- tie-break: none
-- source: bbox, comparison, attribute, freq_nlp and freq_have_bboxes are the columns of the release's
--   object_to_object_comparison_relation_stats.csv
-- columns:
--   bbox: the region (bbox_name)
--   comparison: improved, worsened or no change; other values are kept
--   attribute: the finding (label_name)
--   freq_nlp: comparisons of the affirmed finding
--   freq_have_bboxes: of these, those where the current and the previous image both have a usable box of the region
--   category_id
with compared as (
  select image_id, previous_image_id, bbox_name, comparison, category_id, label_name, count(*) as n
  from main.comparisons
  where relation = 'yes' and comparison is not null
  group by all
)
select bbox_name as bbox, comparison, label_name as attribute,
  sum(n)::bigint as freq_nlp,
  coalesce(sum(n) filter (list_contains(now.bbox_names, bbox_name) and list_contains(before.bbox_names, bbox_name)), 0)::bigint
    as freq_have_bboxes,
  category_id
from compared
join main.image_boxes as now on now.image_id = compared.image_id
left join main.image_boxes as before on before.image_id = compared.previous_image_id
group by all
