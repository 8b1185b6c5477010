with finding_labels as (
  select distinct label_name
  from study_findings
  where is_finding
)
select label_name,
  count(*) filter (strict_majority = 'improved') as n_improved,
  count(*) filter (strict_majority = 'no change') as n_no_change,
  count(*) filter (strict_majority = 'worsened') as n_worsened,
  count(*) filter (strict_majority is null) as n_no_majority
from pair_progressions
semi join finding_labels using (label_name)
group by label_name
order by count(*) desc, label_name
limit 20
