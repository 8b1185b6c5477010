-- box_iou: Intersection over union of two boxes
-- grain: scalar: two boxes, each a struct with x1, y1, x2 and y2 of the same frame
-- rule: shared_area by the area that at least one covers; NULL where a corner is, or both have no area
-- tie-break: none
-- source: the measure of Table 4 of the dataset page
-- columns:
create macro main.box_iou(one, other) as
  shared_area(one, other) / nullif(
    (one.x2 - one.x1) * (one.y2 - one.y1) + (other.x2 - other.x1) * (other.y2 - other.y1) - shared_area(one, other), 0)
