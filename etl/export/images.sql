-- images: Paths of the chosen images, in the order of the warehouse
-- one row per image, sorted by patient_id, study_order, study_id, image_id
select {{path}} as path
from chosen_images
order by image_number
