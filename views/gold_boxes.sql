-- gold_boxes: Gold boxes, whether each is usable, and the mediastinum
-- grain: gold_bboxes row, and one row per image for its mediastinum
-- rule: box_status is absent where all four corners are 0 (the annotators saw none), else as in boxes; original_box_status likewise,
--   but the size of the original image is not looked at. No mediastinum was drawn: it is the smallest box around the usable boxes of
--   upper mediastinum and cardiac silhouette, where the image has both, and no own one
-- tie-break: none
-- source: gold_bbox_coordinate_annotations_1000images.csv; the dataset page derives the gold mediastinum so, and so does mimic-cxr-vqa
-- columns:
--   image_id, study_id, patient_id
--   bbox_name
--   is_derived: true: the mediastinum of other boxes · false: as drawn
--   box_status: absent, missing, inverted, zero_area, outside, clipped or ok
--   x1: left, pixels of the 224 frame
--   y1: top, pixels of the 224 frame
--   x2: right, pixels of the 224 frame
--   y2: bottom, pixels of the 224 frame
--   original_box_status: absent, missing, inverted, zero_area or ok, of the original coordinates
--   original_x1: left, pixels of the original image
--   original_y1: top, pixels of the original image
--   original_x2: right, pixels of the original image
--   original_y2: bottom, pixels of the original image
--   annotator: who drew it; NULL for a derived box
with drawn as (
  select image_id, study_id, patient_id, bbox_name, false as is_derived,
    x1, y1, x2, y2, original_x1, original_y1, original_x2, original_y2, annotator
  from optional_inputs.gold_bboxes_if_given
),
judged as (
  select *,
    if(x1 = 0 and y1 = 0 and x2 = 0 and y2 = 0, 'absent', box_status(x1, y1, x2, y2, 224, 224)) as box_status,
    if(original_x1 = 0 and original_y1 = 0 and original_x2 = 0 and original_y2 = 0, 'absent',
      box_status(original_x1, original_y1, original_x2, original_y2, 'infinity'::double, 'infinity'::double))
      as original_box_status
  from drawn
),
parts as (
  select *,
    box_status in ('ok', 'clipped') as is_usable,
    original_box_status in ('ok', 'clipped') as is_usable_original
  from judged
  where bbox_name in ('upper mediastinum', 'cardiac silhouette')
),
mediastinums as (
  select image_id, any_value(study_id) as study_id, any_value(patient_id) as patient_id,
    'mediastinum' as bbox_name, true as is_derived,
    count(distinct bbox_name) filter (is_usable) = 2 as has_both,
    count(distinct bbox_name) filter (is_usable_original) = 2 as has_both_original,
    if(has_both, min(x1) filter (is_usable), null) as x1,
    if(has_both, min(y1) filter (is_usable), null) as y1,
    if(has_both, max(x2) filter (is_usable), null) as x2,
    if(has_both, max(y2) filter (is_usable), null) as y2,
    if(has_both_original, min(original_x1) filter (is_usable_original), null) as original_x1,
    if(has_both_original, min(original_y1) filter (is_usable_original), null) as original_y1,
    if(has_both_original, max(original_x2) filter (is_usable_original), null) as original_x2,
    if(has_both_original, max(original_y2) filter (is_usable_original), null) as original_y2
  from parts
  anti join (select image_id from drawn where bbox_name = 'mediastinum') as own using (image_id)
  group by image_id
)
select image_id, study_id, patient_id, bbox_name, is_derived, box_status, x1, y1, x2, y2,
  original_box_status, original_x1, original_y1, original_x2, original_y2, annotator
from judged
union all
select image_id, study_id, patient_id, bbox_name, is_derived,
  box_status(x1, y1, x2, y2, 224, 224), x1, y1, x2, y2,
  box_status(original_x1, original_y1, original_x2, original_y2, 'infinity'::double, 'infinity'::double),
  original_x1, original_y1, original_x2, original_y2, null
from mediastinums
where has_both or has_both_original
