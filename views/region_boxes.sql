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
select image_id, study_id, patient_id, bbox_name,
  count(*) as n_boxes,
  greatest(min(x1), 0) as x1,
  greatest(min(y1), 0) as y1,
  least(max(x2), 224) as x2,
  least(max(y2), 224) as y2
from main.objects
where box_status(x1, y1, x2, y2, 224, 224) in ('ok', 'clipped')
group by image_id, study_id, patient_id, bbox_name
