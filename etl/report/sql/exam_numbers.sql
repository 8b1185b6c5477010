with exams as (
  select sequence_number, count(*) as n_studies
  from patient_sequences
  where sequence_number <= 10
  group by sequence_number
  having count(*) >= 20
),
affirmed as (
  select sequence_number, unnest(findings_yes) as label_name
  from patient_sequences
  where sequence_number <= 10
),
common as (
  select label_name, count(*) as n
  from affirmed
  group by label_name
  order by n desc, label_name
  limit 6
),
counted as (
  select label_name, sequence_number, count(*) as n_yes
  from affirmed
  group by label_name, sequence_number
)
select label_name, sequence_number, n_studies,
  coalesce(n_yes, 0) as n_yes,
  round(coalesce(n_yes, 0) / n_studies, 4) as share,
  round(wilson_interval(coalesce(n_yes, 0), n_studies).low, 4) as share_low,
  round(wilson_interval(coalesce(n_yes, 0), n_studies).high, 4) as share_high
from common
cross join exams
left join counted using (label_name, sequence_number)
order by n desc, label_name, sequence_number
