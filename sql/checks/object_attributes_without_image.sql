-- Rows of object_attributes whose image is missing or of another study or patient
-- severity: error
-- needs: object_attributes
select distinct image_id, study_id, patient_id
from object_attributes
anti join images using (image_id, study_id, patient_id)
