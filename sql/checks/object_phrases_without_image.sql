-- Rows of object_phrases whose image is missing or of another study or patient
-- severity: error
-- needs: object_phrases
select distinct image_id, study_id, patient_id
from object_phrases
anti join images using (image_id, study_id, patient_id)
