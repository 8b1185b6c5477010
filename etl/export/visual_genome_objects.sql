-- visual_genome_objects: The objects of a slice
-- one row per image and region with a usable box, several of one name as their union; object_id is 100 × the number of the image + that of the region, as the id
-- of an annotation of coco with 36 regions
create or replace temp table genome_objects as
select image_id, image_number, bbox_name,
  100 * image_number + category_number as object_id,
  x1 as x,
  y1 as y,
  x2 - x1 as w,
  y2 - y1 as h
from chosen_boxes
