-- Rows of objects whose image is missing or of another study or patient
-- severity: error
-- needs: objects
select distinct image_id, study_id, patient_id
from objects
anti join images using (image_id, study_id, patient_id)
