-- coco_images: The images of a split as objects of COCO
-- one line of JSON per image; id is the place of the image in the warehouse, the same in every export of it
select json_object(
    'id', image_number,
    'file_name', jpg_path,
    'width', {{width}},
    'height', {{height}},
    'image_id', image_id,
    'study_id', study_id,
    'patient_id', patient_id,
    'viewpoint', viewpoint
  )::varchar as line
from chosen
order by image_number
