-- Prevalence of the nine AnaXNet findings in its 18 regions on train, without gold patients
-- denominator: share_of_mentions divides by the patients with a report that mentions the finding for the region, share_of_patients by
--   all patients of the cohort; they answer different questions
-- trap: counting images weighs patients by how often they return and repeats each report on the images of its study; and `not is_gold`
--   drops everything where no gold input was given, as is_gold is NULL then: `is not true` keeps it
with chosen as (
  select image_id, count(distinct patient_id) over () as n_patients
  from cohort
  where split = 'train' and to_avoid is not true and is_gold is not true
),
patients as (
  select patient_id, bbox_name, category_id, label_name, n_patients, bool_or(last_mention = 'yes') as is_affirmed
  from region_findings
  join chosen using (image_id)
  group by all
)
select bbox_name, label_name,
  count(*) filter (is_affirmed) as n_affirmed,
  count(*) as n_mentioned,
  n_patients,
  round(n_affirmed / n_mentioned, 3) as share_of_mentions,
  round(n_affirmed / n_patients, 3) as share_of_patients
from patients
join regions using (bbox_name)
join labels using (category_id, label_name)
where in_anaxnet_18 and in_anaxnet_9
group by bbox_name, label_name, n_patients
order by bbox_name, label_name
