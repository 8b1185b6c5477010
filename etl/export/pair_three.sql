-- pair_three: What a report says of the course of each finding of a pair: improved, worsened or no change
-- one row per pair, region and finding with a strict majority of the votes (pair_progressions)
select pairs.*, bbox_name, label_name, strict_majority as progression, 'comparison' as rule
from main.pair_progressions
join pair_images as pairs using (image_id, previous_image_id, patient_id)
where strict_majority is not null
  and pair_progressions.patient_id between getvariable('first_patient') and getvariable('last_patient')
