with people as (
  select distinct patient_id, gender
  from images
  where gender in ('F', 'M')
),
groups as (
  select gender, count(*) as n_patients
  from people
  group by gender
  having count(*) >= 20
),
affirmed as (
  select gender, label_name, count(distinct patient_id) as n_yes
  from image_findings
  join images using (image_id, study_id, patient_id)
  where relation = 'yes' and is_finding and gender in ('F', 'M')
  group by gender, label_name
),
common as (
  select label_name, sum(n_yes) as n_all
  from affirmed
  group by label_name
  order by n_all desc, label_name
  limit 15
)
select label_name, gender, n_patients,
  coalesce(n_yes, 0) as n_yes,
  round(coalesce(n_yes, 0) / n_patients, 4) as share,
  round(wilson_interval(coalesce(n_yes, 0), n_patients).low, 4) as share_low,
  round(wilson_interval(coalesce(n_yes, 0), n_patients).high, 4) as share_high
from common
cross join groups
left join affirmed using (gender, label_name)
order by n_all desc, label_name, gender
