select rule, relation
from (
  select 1 as n, 'last_mention' as rule, label_name, relation from region_findings_by('last_mention')
  union all
  select 2, 'last_mention_final', label_name, relation from region_findings_by('last_mention_final')
  union all
  select 3, 'any_yes', label_name, relation from region_findings_by('any_yes')
  union all
  select 4, 'state', label_name, relation from region_findings_by('state')
)
where label_name in ('pneumonia', 'hernia')
order by n, label_name
