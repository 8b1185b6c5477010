select sequence_number, bbox_name, label_name, n_improved, n_no_change, n_worsened, strict_majority
from pair_progressions
join patient_sequences using (patient_id, study_id)
where patient_id = {{patient}}
order by sequence_number, bbox_name, label_name, image_id, previous_image_id
