-- pair_images: The pairs of images of a slice that stay on one side of every split
-- one row per image and previous image that {{view}} has, where both are chosen, of the same patient and in the same split; is_earlier says whether
-- the previous exam is the earlier one, NULL where a time is unknown
create or replace temp table pair_images as
with pairs as (
  select distinct image_id, patient_id, previous_image_id
  from main.{{view}}
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select pairs.image_id, pairs.previous_image_id, pairs.patient_id,
  current_image.study_id, previous_image.study_id as previous_study_id,
  current_image.image_number, previous_image.image_number as previous_image_number,
  current_image.viewpoint, previous_image.viewpoint as previous_viewpoint,
  current_image.jpg_path, previous_image.jpg_path as previous_jpg_path,
  date_diff('day', previous_image.study_datetime, current_image.study_datetime)::integer as gap_days,
  previous_image.study_datetime < current_image.study_datetime as is_earlier
from pairs
join chosen as current_image
  on current_image.image_id = pairs.image_id and current_image.patient_id = pairs.patient_id
join chosen as previous_image
  on previous_image.image_id = pairs.previous_image_id and previous_image.patient_id = pairs.patient_id
