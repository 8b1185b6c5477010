-- boxes_original: Boxes of the chosen regions in original pixels, for the images of a slice
-- one row per image and region with a usable box, clipped to the image; several of one name are their union (the rule of region_boxes)
create or replace temp view chosen_boxes as
with judged as (
  select image_id, image_number, category_number, bbox_name, image_width, image_height,
    original_x1, original_y1, original_x2, original_y2,
    box_status(original_x1, original_y1, original_x2, original_y2, image_width, image_height) as status
  from main.objects
  join chosen_categories using (bbox_name)
  join chosen using (image_id, study_id, patient_id)
  where objects.patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select image_id, image_number, category_number, bbox_name,
  image_width as frame_width,
  image_height as frame_height,
  greatest(min(original_x1), 0) as x1,
  greatest(min(original_y1), 0) as y1,
  least(max(original_x2), image_width) as x2,
  least(max(original_y2), image_height) as y2
from judged
where status in ('ok', 'clipped')
group by image_id, image_number, category_number, bbox_name, image_width, image_height
