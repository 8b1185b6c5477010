select sequence_number, label_name, relation, n_regions_yes, n_regions_no
from study_findings
join patient_sequences using (patient_id, study_id)
where patient_id = {{patient}} and is_finding
order by sequence_number, label_name, category_id
