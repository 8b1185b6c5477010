-- tsv_boxes: bbox_objects_tabular.txt
-- one row per box, as written
select object_id, x1, y1, x2, y2, width, height, bbox_name, synsets, name,
  original_x1, original_y1, original_x2, original_y2, original_width, original_height,
  bbox_objects_tabular.patient_id, image_id, object_index
from main.bbox_objects_tabular
join (select image_id, patient_id, image_number from chosen_images) as images using (image_id, patient_id)
where bbox_objects_tabular.patient_id between getvariable('first_patient') and getvariable('last_patient')
order by image_number, object_index
