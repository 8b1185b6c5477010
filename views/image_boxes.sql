-- image_boxes: Which regions of an image have a usable box, and where, as lists
-- grain: row of images
-- rule: usable are boxes with box_status ok or clipped (see boxes). bbox_names, n_boxes and the coordinates have one element per region with a
--   usable box, in the same order; region_boxes has these elements as rows. An image without a usable box has empty lists
-- tie-break: several usable boxes of one name give their union
-- source: ChEX merges the boxes of a region so, then drops images that have such
-- stored: by image
-- columns:
--   image_id, study_id, patient_id
--   bbox_names: regions with a usable box, sorted
--   n_boxes: usable boxes of each region; above 1 the coordinates are of their union
--   x1: left of each region, within 0…224
--   y1: top, within 0…224
--   x2: right, within 0…224
--   y2: bottom, within 0…224
--   clipped_bbox_names: of bbox_names, those with a box that is clipped, sorted
with judged as (
  select image_id, study_id, patient_id, bbox_name, x1, y1, x2, y2,
    box_status(x1, y1, x2, y2, 224, 224) as box_status
  from main.objects
),
region_unions as (
  select image_id, study_id, patient_id, bbox_name,
    count(*)::integer as n_boxes,
    bool_or(box_status = 'clipped') as is_clipped,
    greatest(min(x1), 0) as x1,
    greatest(min(y1), 0) as y1,
    least(max(x2), 224) as x2,
    least(max(y2), 224) as y2
  from judged
  where box_status in ('ok', 'clipped')
  group by image_id, study_id, patient_id, bbox_name
),
gathered as (
  select image_id, study_id, patient_id,
    list_sort(list({bbox_name: bbox_name, n_boxes: n_boxes, x1: x1, y1: y1, x2: x2, y2: y2})) as boxes,
    list_sort(list(bbox_name) filter (is_clipped)) as clipped_bbox_names
  from region_unions
  group by image_id, study_id, patient_id
)
select image_id, study_id, patient_id,
  coalesce(list_transform(boxes, lambda box: box.bbox_name), []) as bbox_names,
  coalesce(list_transform(boxes, lambda box: box.n_boxes), []) as n_boxes,
  coalesce(list_transform(boxes, lambda box: box.x1), []) as x1,
  coalesce(list_transform(boxes, lambda box: box.y1), []) as y1,
  coalesce(list_transform(boxes, lambda box: box.x2), []) as x2,
  coalesce(list_transform(boxes, lambda box: box.y2), []) as y2,
  coalesce(clipped_bbox_names, []) as clipped_bbox_names
from main.images
left join gathered using (image_id, study_id, patient_id)
