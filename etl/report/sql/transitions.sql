select coalesce(previous_relation, 'not mentioned') as previous_exam,
  coalesce(relation, 'not mentioned') as this_exam,
  count(*) as n_findings,
  count(distinct study_id) as n_studies,
  count(distinct patient_id) as n_patients
from finding_transitions
where is_finding
group by 1, 2
order by n_findings desc, 1, 2
