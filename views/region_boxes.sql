-- region_boxes: Where a region is in an image
-- grain: image × bbox_name with at least one usable box
-- rule: usable are boxes with box_status ok or clipped (see boxes); coordinates are clipped to the 224 frame
-- tie-break: several usable boxes of one name give their union
-- source: ChEX merges the boxes of a region so, then drops images that have such
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   n_boxes: usable boxes of that name; above 1 the coordinates are of their union
--   x1: left, within 0…224
--   y1: top, within 0…224
--   x2: right, within 0…224
--   y2: bottom, within 0…224
--   box_status: clipped when one of them is, else ok
with unnested as (
  select image_id, study_id, patient_id, clipped_bbox_names,
    unnest(bbox_names) as bbox_name,
    unnest(n_boxes)::bigint as n_boxes,
    unnest(x1) as x1,
    unnest(y1) as y1,
    unnest(x2) as x2,
    unnest(y2) as y2
  from main.image_boxes
)
select * exclude (clipped_bbox_names),
  if(list_contains(clipped_bbox_names, bbox_name), 'clipped', 'ok') as box_status
from unnested
