-- evaluation_boxes: Boxes of the gold images next to those of the graphs
-- grain: image of gold_bboxes × bbox_name of gold, or of the graphs and annotated in gold
-- rule: a box is there when it is usable (ok or clipped, see boxes); [0, 0, 0, 0] is absent. Coordinates are clipped to the 224
--   frame, areas are those of the plane (no pixel is added). Boxes of the graphs are those of region_boxes; of the regions that
--   gold does not annotate there is no row. is_corrected: one side has no box, or a corner differs by more than 1 pixel of the 224
--   frame: coordinates of the graphs are rounded to whole pixels. The original frame counts where both sides have all corners
-- tie-break: several usable boxes of one name give their union, on either side
-- source: Table 4 of the dataset page; its frame and its treatment of missing boxes are not public
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   is_derived: the gold box is the mediastinum of other boxes (gold_boxes); not in Table 4
--   presence: both, gold_only, silver_only or neither: which side has a box
--   silver_x1: left in the graph, pixels of the 224 frame
--   silver_y1: top
--   silver_x2: right
--   silver_y2: bottom
--   gold_x1: left in gold, pixels of the 224 frame
--   gold_y1: top
--   gold_x2: right
--   gold_y2: bottom
--   iou: intersection over union in the 224 frame; NULL unless both sides have a box
--   iou_original: the same in original pixels, not clipped; NULL unless both sides have a box there
--   is_corrected: the annotators moved, drew or removed the box
with drawn as (
  select image_id, bbox_name,
    bool_and(is_derived) as is_derived,
    {
      x1: greatest(min(x1) filter (box_status in ('ok', 'clipped')), 0),
      y1: greatest(min(y1) filter (box_status in ('ok', 'clipped')), 0),
      x2: least(max(x2) filter (box_status in ('ok', 'clipped')), 224),
      y2: least(max(y2) filter (box_status in ('ok', 'clipped')), 224)
    } as framed,
    {
      x1: min(original_x1) filter (original_box_status in ('ok', 'clipped')),
      y1: min(original_y1) filter (original_box_status in ('ok', 'clipped')),
      x2: max(original_x2) filter (original_box_status in ('ok', 'clipped')),
      y2: max(original_y2) filter (original_box_status in ('ok', 'clipped'))
    } as original,
    bool_or(box_status in ('ok', 'clipped')) as has_box
  from main.gold_boxes
  where bbox_name is not null
  group by image_id, bbox_name
),
exams as (
  select image_id, study_id, patient_id
  from main.evaluation_exams
  semi join drawn using (image_id)
),
automatic as (
  select image_id, study_id, patient_id, bbox_name,
    {
      x1: greatest(min(x1), 0)::double,
      y1: greatest(min(y1), 0)::double,
      x2: least(max(x2), 224)::double,
      y2: least(max(y2), 224)::double
    } as framed,
    {
      x1: min(original_x1)::double,
      y1: min(original_y1)::double,
      x2: max(original_x2)::double,
      y2: max(original_y2)::double
    } as original,
    true as has_box
  from main.objects
  join exams using (image_id, study_id, patient_id)
  where box_status(x1, y1, x2, y2, 224, 224) in ('ok', 'clipped')
  group by image_id, study_id, patient_id, bbox_name
),
places as (
  select exams.image_id, study_id, patient_id, bbox_name
  from exams
  join drawn on drawn.image_id = exams.image_id
  union
  select image_id, study_id, patient_id, bbox_name
  from automatic
  where bbox_name in (select bbox_name from drawn where not is_derived)
),
compared as (
  select places.image_id, places.study_id, places.patient_id, places.bbox_name,
    coalesce(drawn.is_derived, false) as is_derived,
    automatic.framed as silver,
    if(drawn.has_box, drawn.framed, null) as gold,
    automatic.original as silver_original,
    drawn.original as gold_original,
    coalesce(automatic.has_box, false) as has_silver,
    coalesce(drawn.has_box, false) as has_gold
  from places
  left join automatic
    on automatic.image_id = places.image_id and automatic.study_id = places.study_id
    and automatic.patient_id = places.patient_id and automatic.bbox_name = places.bbox_name
  left join drawn on drawn.image_id = places.image_id and drawn.bbox_name = places.bbox_name
)
select image_id, study_id, patient_id, bbox_name, is_derived,
  case
    when has_silver and has_gold then 'both'
    when has_gold then 'gold_only'
    when has_silver then 'silver_only'
    else 'neither'
  end as presence,
  silver.x1 as silver_x1,
  silver.y1 as silver_y1,
  silver.x2 as silver_x2,
  silver.y2 as silver_y2,
  gold.x1 as gold_x1,
  gold.y1 as gold_y1,
  gold.x2 as gold_x2,
  gold.y2 as gold_y2,
  if(has_silver and has_gold, box_iou(silver, gold), null) as iou,
  if(has_silver and has_gold, box_iou(silver_original, gold_original), null) as iou_original,
  if(has_silver and has_gold,
    greatest(abs(silver.x1 - gold.x1), abs(silver.y1 - gold.y1), abs(silver.x2 - gold.x2), abs(silver.y2 - gold.y2)) > 1,
    has_silver or has_gold) as is_corrected
from compared
