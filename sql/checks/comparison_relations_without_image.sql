-- Rows of comparison_relations whose image is missing or of another study or patient
-- severity: error
-- needs: comparison_relations
select distinct image_id, study_id, patient_id
from comparison_relations
anti join images using (image_id, study_id, patient_id)
