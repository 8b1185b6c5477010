select rule, image_id, bbox_name, atelectasis, hernia, pneumonia, pneumothorax, scoliosis
from (
  select 1 as n, 'last_mention' as rule, * from finding_matrix()
  union all
  select 2, 'last_mention_final', * from finding_matrix(rule := 'last_mention_final')
  union all
  select 3, 'any_yes', * from finding_matrix(rule := 'any_yes')
  union all
  select 4, 'state', * from finding_matrix(rule := 'state')
)
where image_id = 'a1' and bbox_name in ('right lung', 'left lung', 'spine')
order by n, bbox_name
