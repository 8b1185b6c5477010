-- Rows of phrases whose image is missing or of another study or patient
-- severity: error
-- needs: phrases
select distinct image_id, study_id, patient_id
from phrases
anti join images using (image_id, study_id, patient_id)
