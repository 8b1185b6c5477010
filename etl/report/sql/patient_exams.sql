select sequence_number, study_id, strftime(study_datetime, '%Y-%m-%d %H:%M') as study_datetime, gap_days, n_images,
  len(findings_yes) as n_findings_yes
from patient_sequences
where patient_id = {{patient}}
order by sequence_number
