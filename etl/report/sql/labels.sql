with studies as (
  select count(distinct study_id) as n
  from images
),
mentioned as (
  select category_id, label_name,
    count(*) filter (relation = 'yes') as n_yes,
    count(*) filter (relation = 'no') as n_no
  from study_findings
  where is_finding
  group by category_id, label_name
)
select label_name, category_id, n_yes, n_no,
  n - n_yes - n_no as n_unmentioned,
  round(n_yes / n, 4) as share_yes
from mentioned
cross join studies
order by n_yes + n_no desc, n_yes desc, label_name, category_id
limit 40
