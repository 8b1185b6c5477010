with studies as (
  select count(distinct study_id) as n
  from images
),
mentioned as (
  select bbox_name, label_name, study_id, bool_or(relation = 'yes') as is_yes
  from report_findings
  where is_finding
  group by bbox_name, label_name, study_id
),
cells as (
  select bbox_name, label_name,
    count(*) filter (is_yes) as n_yes,
    count(*) filter (not is_yes) as n_no
  from mentioned
  group by bbox_name, label_name
),
common_labels as (
  select label_name, sum(n_yes) as n_label
  from cells
  group by label_name
  order by n_label desc, label_name
  limit 24
),
common_regions as (
  select bbox_name, sum(n_yes) as n_region
  from cells
  group by bbox_name
  order by n_region desc, bbox_name
  limit 30
)
select bbox_name, label_name, n_yes, n_no, round(n_yes / n, 5) as share_yes
from cells
join common_labels using (label_name)
join common_regions using (bbox_name)
cross join studies
order by n_region desc, bbox_name, n_label desc, label_name
