-- anatomy_locations: Where is a region: one box for each region that can be located
-- grain: image × bbox_name with a usable box, of the 36 regions that the box pipeline looks for (regions.has_bbox)
-- rule: the box of region_boxes, in the 224 frame. Preset locate-36 is the whole view, both-29 is `where is_both_29`: the 29 regions that have
--   a box and sentences of their own
-- tie-break: several usable boxes of one name give their union
-- source: presets of instruction data for localization: 36 regions to locate, 38 to describe, 29 for both
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   x1: left, within 0…224
--   y1: top, within 0…224
--   x2: right, within 0…224
--   y2: bottom, within 0…224
--   box_status: ok, or clipped where a box lay partly outside the frame
--   is_both_29: one of the 29 regions to locate and to describe (regions.in_29)
select image_id, study_id, patient_id, bbox_name, x1, y1, x2, y2, box_status,
  coalesce(in_29, false) as is_both_29
from main.region_boxes
join main.regions using (bbox_name)
where has_bbox
