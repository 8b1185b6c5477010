-- shared_area: The area that two boxes share
-- grain: scalar: two boxes, each a struct with x1, y1, x2 and y2 of the same frame
-- rule: 0 where they only touch; areas are those of the plane, so a box from 0 to 10 is 10 wide; NULL where a corner is
-- tie-break: none
-- source: the usual definition; detectors that count whole pixels add 1 to each side
-- columns:
create macro main.shared_area(one, other) as
  case when one.x1 + one.y1 + one.x2 + one.y2 + other.x1 + other.y1 + other.x2 + other.y2 is not null then
    greatest(least(one.x2, other.x2) - greatest(one.x1, other.x1), 0)
    * greatest(least(one.y2, other.y2) - greatest(one.y1, other.y1), 0)
  end
