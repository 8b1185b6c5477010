-- boxes_224: Boxes of the chosen regions in the 224 frame, for the images of a slice
-- one row per image and region with a usable box; several of one name are their union (region_boxes)
create or replace temp view chosen_boxes as
select image_id, image_number, category_number, bbox_name, 224 as frame_width, 224 as frame_height,
  x1, y1, x2, y2
from main.region_boxes
join chosen_categories using (bbox_name)
join chosen using (image_id, study_id, patient_id)
where region_boxes.patient_id between getvariable('first_patient') and getvariable('last_patient')
