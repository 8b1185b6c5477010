-- pair_five: What has become of each finding of a pair: new, worse, stable, improved or resolved
-- one row per pair, region and finding of the view progressions
select pairs.*, bbox_name, label_name, progression, rule
from main.progressions
join pair_images as pairs using (image_id, previous_image_id, patient_id)
where progressions.patient_id between getvariable('first_patient') and getvariable('last_patient')
