with patients as (
  select patient_id, least(count(*), 15) as n_studies
  from patient_sequences
  group by patient_id
)
select if(n_studies = 15, '15+', n_studies::varchar) as n_studies, count(*) as n_patients
from patients
group by patients.n_studies
order by patients.n_studies
