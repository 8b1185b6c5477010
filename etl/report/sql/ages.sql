with people as (
  select coalesce(age_decile, 'not stated') as age_decile,
    coalesce(gender, 'not stated') as gender,
    patient_id, study_id
  from images
)
select age_decile, gender,
  count(distinct patient_id) as n_patients,
  count(distinct study_id) as n_studies
from people
group by age_decile, gender
order by try_cast(split_part(age_decile, '-', 1) as integer) nulls last, age_decile, gender
