with studies as (
  select count(distinct study_id) as n
  from images
),
mentioned as (
  select bbox_name, study_id, bool_or(relation = 'yes') as is_yes
  from report_findings
  where is_finding
  group by bbox_name, study_id
)
select bbox_name,
  count(*) filter (is_yes) as n_yes,
  count(*) filter (not is_yes) as n_no,
  n - count(*) as n_unmentioned,
  round(n_yes / n, 4) as share_yes
from mentioned
cross join studies
group by bbox_name, n
order by n_yes desc, n_no desc, bbox_name
