with pairs as (
  select gap_days, previous_study_id, patient_id
  from patient_sequences
  where previous_study_id is not null
)
select case
    when gap_days is null then 'time not known'
    when gap_days <= 0 then 'same day'
    when gap_days = 1 then '1 day'
    when gap_days <= 3 then '2–3 days'
    when gap_days <= 7 then '4–7 days'
    when gap_days <= 30 then '8–30 days'
    when gap_days <= 90 then '31–90 days'
    when gap_days <= 365 then '91–365 days'
    else 'over a year'
  end as gap,
  count(*) as n_pairs,
  count(distinct patient_id) as n_patients
from pairs
group by gap
order by min(gap_days) nulls last
