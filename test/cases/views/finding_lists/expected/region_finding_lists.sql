select rule, bbox_name, label_names, relations
from (
  select 1 as n, 'last_mention' as rule, * from region_finding_lists(29, 'last_mention')
  union all
  select 2, 'last_mention_final', * from region_finding_lists(29, 'last_mention_final')
  union all
  select 3, 'any_yes', * from region_finding_lists(29, 'any_yes')
  union all
  select 4, 'state', * from region_finding_lists(29, 'state')
)
where image_id = 'a1' and bbox_name in ('right lung', 'left lung', 'trachea')
order by n, bbox_name
