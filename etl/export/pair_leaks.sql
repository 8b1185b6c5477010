-- pair_leaks: How many pairs of a slice are left out
-- one row: pairs whose current image is chosen and whose previous image is not, is of another patient or in another split
select count(*)::integer as pairs
from (
  select distinct image_id, patient_id, previous_image_id
  from main.{{view}}
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
) as pairs
semi join chosen using (image_id, patient_id)
anti join pair_images using (image_id, previous_image_id)
