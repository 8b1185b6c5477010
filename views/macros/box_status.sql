-- box_status: Whether a box is usable in a frame
-- grain: scalar: one box
-- rule: the first that applies of missing (a corner is NULL), inverted (x2 < x1 or y2 < y1), zero_area, outside (shares no area
--   with the frame), clipped (partly outside) and ok; NULL where the size of the frame is not known
-- tie-break: none
-- source: the faults that readers of the release guard against: negative, inverted, empty and overhanging boxes
-- columns:
create macro main.box_status(x1, y1, x2, y2, frame_width, frame_height) as case
  when frame_width is null or frame_height is null then null
  when x1 is null or y1 is null or x2 is null or y2 is null then 'missing'
  when x2 < x1 or y2 < y1 then 'inverted'
  when x2 = x1 or y2 = y1 then 'zero_area'
  when x2 <= 0 or y2 <= 0 or x1 >= frame_width or y1 >= frame_height then 'outside'
  when x1 < 0 or y1 < 0 or x2 > frame_width or y2 > frame_height then 'clipped'
  else 'ok'
end
