select image_id, study_id, patient_id, bbox_name, pneumonia, hernia, scoliosis, pneumothorax
from finding_matrix(rule := 'state')
where bbox_name in ('right lung', 'spine')
order by image_id, bbox_name
