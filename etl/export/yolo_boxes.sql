-- yolo_boxes: The boxes of a slice as label files of YOLO
-- one row per chosen image, boxes or not: its lines `class x_center y_center width height`, by class, divided by the frame, six decimals; classes count
-- from 0 by name
with written as (
  select image_id, category_number,
    format(
      '{} {:.6f} {:.6f} {:.6f} {:.6f}',
      category_number - 1,
      (x1 + x2) / 2 / frame_width, (y1 + y2) / 2 / frame_height,
      (x2 - x1) / frame_width, (y2 - y1) / frame_height
    ) as line
  from chosen_boxes
),
gathered as (
  select image_id,
    array_to_string(list_transform(list_sort(list({category_number: category_number, line: line})), lambda one: one.line || e'\n'), '') as lines,
    count(*)::integer as boxes
  from written
  group by image_id
)
select image_id, jpg_path, coalesce(lines, '') as lines, coalesce(boxes, 0) as boxes
from chosen
left join gathered using (image_id)
order by image_number
