-- boxes: Boxes, and whether each is usable
-- grain: objects row
-- rule: box_status is the first that applies of missing (a corner is NULL), inverted (x2 < x1 or y2 < y1), zero_area, outside
--   (shares no area with 0…224), clipped (partly outside) and ok. Usable are ok and clipped: only they have the columns from
--   clipped_x1 on. original_box_status is the same in the original frame, NULL where the size of the image is not known
-- tie-break: occurrence counts the boxes of one name in an image by object_index
-- source: rgrg clamps to the image, ChEX merges boxes of one name, mimic-cxr-vqa leaves faulty boxes out; sizes of the images are
--   Rows and Columns of the MIMIC-CXR-JPG metadata
-- columns:
--   image_id, study_id, patient_id
--   object_index: place in the objects list of the JSON, from 0
--   object_id: as written
--   bbox_name
--   box_status: missing, inverted, zero_area, outside, clipped or ok
--   occurrence: 1, 2, … of its bbox_name in the image
--   is_duplicate: its bbox_name occurs more than once in the image
--   x1: left, as written, pixels of the 224 frame
--   y1: top, as written, pixels of the 224 frame
--   x2: right, as written, pixels of the 224 frame
--   y2: bottom, as written, pixels of the 224 frame
--   clipped_x1: left within 0…224
--   clipped_y1: top within 0…224
--   clipped_x2: right within 0…224
--   clipped_y2: bottom within 0…224
--   x: left: clipped_x1
--   y: top: clipped_y1
--   w: width of the clipped box
--   h: height of the clipped box
--   cx: centre from the left of the clipped box
--   cy: centre from the top of the clipped box
--   norm_x1: clipped_x1 / 224
--   norm_y1: clipped_y1 / 224
--   norm_x2: clipped_x2 / 224
--   norm_y2: clipped_y2 / 224
--   norm_x: x / 224
--   norm_y: y / 224
--   norm_w: w / 224
--   norm_h: h / 224
--   norm_cx: cx / 224
--   norm_cy: cy / 224
--   image_width: width of the original image, pixels; NULL without the metadata, and so are all that follow
--   image_height: height of the original image, pixels
--   original_box_status: as box_status, of the original coordinates in the original image
--   original_clipped_x1: left within the original image, pixels
--   original_clipped_y1: top within the original image, pixels
--   original_clipped_x2: right within the original image, pixels
--   original_clipped_y2: bottom within the original image, pixels
--   original_x: original_clipped_x1
--   original_y: original_clipped_y1
--   original_w: width of the clipped box, original pixels
--   original_h: height of the clipped box, original pixels
--   original_cx: centre from the left, original pixels
--   original_cy: centre from the top, original pixels
--   original_norm_x1: original_clipped_x1 / image_width
--   original_norm_y1: original_clipped_y1 / image_height
--   original_norm_x2: original_clipped_x2 / image_width
--   original_norm_y2: original_clipped_y2 / image_height
--   original_norm_w: original_w / image_width
--   original_norm_h: original_h / image_height
with sizes as (
  select image_id, max("columns") as image_width, max("rows") as image_height
  from optional_inputs.mimic_metadata_if_given
  group by image_id
),
judged as (
  select image_id, study_id, patient_id, object_index, object_id, bbox_name, x1, y1, x2, y2,
    original_x1, original_y1, original_x2, original_y2, image_width, image_height,
    box_status(x1, y1, x2, y2, 224, 224) as box_status,
    box_status(original_x1, original_y1, original_x2, original_y2, image_width, image_height)
      as original_box_status,
    row_number() over (partition by image_id, study_id, patient_id, bbox_name order by object_index)
      as occurrence,
    count(*) over (partition by image_id, study_id, patient_id, bbox_name) > 1 as is_duplicate,
    box_status in ('ok', 'clipped') as is_usable,
    original_box_status in ('ok', 'clipped') as is_usable_original
  from main.objects
  left join sizes using (image_id)
)
select image_id, study_id, patient_id, object_index, object_id, bbox_name,
  box_status, occurrence, is_duplicate, x1, y1, x2, y2,
  if(is_usable, greatest(x1, 0), null) as clipped_x1,
  if(is_usable, greatest(y1, 0), null) as clipped_y1,
  if(is_usable, least(x2, 224), null) as clipped_x2,
  if(is_usable, least(y2, 224), null) as clipped_y2,
  clipped_x1 as x,
  clipped_y1 as y,
  clipped_x2 - clipped_x1 as w,
  clipped_y2 - clipped_y1 as h,
  (clipped_x1 + clipped_x2) / 2 as cx,
  (clipped_y1 + clipped_y2) / 2 as cy,
  clipped_x1 / 224 as norm_x1,
  clipped_y1 / 224 as norm_y1,
  clipped_x2 / 224 as norm_x2,
  clipped_y2 / 224 as norm_y2,
  x / 224 as norm_x,
  y / 224 as norm_y,
  w / 224 as norm_w,
  h / 224 as norm_h,
  cx / 224 as norm_cx,
  cy / 224 as norm_cy,
  image_width, image_height, original_box_status,
  if(is_usable_original, greatest(original_x1, 0), null) as original_clipped_x1,
  if(is_usable_original, greatest(original_y1, 0), null) as original_clipped_y1,
  if(is_usable_original, least(original_x2, image_width), null) as original_clipped_x2,
  if(is_usable_original, least(original_y2, image_height), null) as original_clipped_y2,
  original_clipped_x1 as original_x,
  original_clipped_y1 as original_y,
  original_clipped_x2 - original_clipped_x1 as original_w,
  original_clipped_y2 - original_clipped_y1 as original_h,
  (original_clipped_x1 + original_clipped_x2) / 2 as original_cx,
  (original_clipped_y1 + original_clipped_y2) / 2 as original_cy,
  original_clipped_x1 / image_width as original_norm_x1,
  original_clipped_y1 / image_height as original_norm_y1,
  original_clipped_x2 / image_width as original_norm_x2,
  original_clipped_y2 / image_height as original_norm_y2,
  original_w / image_width as original_norm_w,
  original_h / image_height as original_norm_h
from judged
