select coalesce(split, 'in no list') as split,
  case when viewpoint in ('AP', 'PA') then viewpoint else 'other' end as viewpoint,
  count(*) as n_images,
  count(distinct study_id) as n_studies,
  count(distinct patient_id) as n_patients
from cohort
group by 1, 2
order by 1, 2
