-- cardiothoracic_ratios: Width of the heart and of the mediastinum against the thorax
-- grain: image with a usable box of the right lung and of the left lung
-- rule: thorax = greatest x2 of the left lung - least x1 of the right lung (the right lung is on the left of the image);
--   heart = width of the cardiac silhouette; mediastinum = width of the upper mediastinum, or of the mediastinum where that
--   has no box. Widths in the 224 frame, of boxes with box_status ok or clipped: the original-frame coordinates of the
--   release are computed from these and are no finer
-- tie-break: a region with several usable boxes counts from its least x1 to its greatest x2, and is not reliable
-- source: mimic-cxr-vqa and EHRXQA; enlarged above 0.5 (heart) and 1/3 (mediastinum) on PA images
-- columns:
--   image_id: the image
--   study_id: the study
--   patient_id: the patient
--   viewpoint: its view
--   thorax_width: in pixels of the 224 frame
--   cardiac_width: in pixels of the 224 frame; NULL without a usable box
--   mediastinal_region: upper mediastinum or mediastinum, whichever mediastinal_width is of; NULL without a usable box
--   mediastinal_width: in pixels of the 224 frame; NULL without a usable box
--   cardiothoracic_ratio: cardiac_width / thorax_width; NULL where the thorax has no width
--   mediastinal_ratio: mediastinal_width / thorax_width; NULL where the thorax has no width
--   is_reliable: a PA image, exactly one box with box_status ok for each of the four regions, right lung left of left lung
with extents as (
  select image_id, study_id, patient_id, bbox_name,
    count(*) as n_boxes,
    bool_and(box_status = 'ok') as is_ok,
    min(clipped_x1) filter (box_status in ('ok', 'clipped')) as x1,
    max(clipped_x2) filter (box_status in ('ok', 'clipped')) as x2
  from main.boxes
  where bbox_name in ('right lung', 'left lung', 'cardiac silhouette', 'upper mediastinum', 'mediastinum')
  group by all
),
measured as (
  select image_id, study_id, patient_id,
    max(x2) filter (bbox_name = 'left lung') - min(x1) filter (bbox_name = 'right lung') as thorax_width,
    max(x2 - x1) filter (bbox_name = 'cardiac silhouette') as cardiac_width,
    max(x2 - x1) filter (bbox_name = 'upper mediastinum') as upper_width,
    max(x2 - x1) filter (bbox_name = 'mediastinum') as whole_width,
    coalesce(
      max(x1 + x2) filter (bbox_name = 'right lung') < max(x1 + x2) filter (bbox_name = 'left lung'),
      false
    ) as is_in_order,
    count(*) filter (is_ok and n_boxes = 1 and bbox_name not like '%mediastinum') = 3 as has_sound_lungs_and_heart,
    coalesce(bool_or(is_ok and n_boxes = 1) filter (bbox_name = 'upper mediastinum'), false) as has_sound_upper,
    coalesce(bool_or(is_ok and n_boxes = 1) filter (bbox_name = 'mediastinum'), false) as has_sound_whole
  from extents
  group by all
  having thorax_width is not null
)
select image_id, study_id, patient_id, viewpoint, thorax_width, cardiac_width,
  case
    when upper_width is not null then 'upper mediastinum'
    when whole_width is not null then 'mediastinum'
  end as mediastinal_region,
  coalesce(upper_width, whole_width) as mediastinal_width,
  case when thorax_width > 0 then cardiac_width / thorax_width end as cardiothoracic_ratio,
  case when thorax_width > 0 then mediastinal_width / thorax_width end as mediastinal_ratio,
  coalesce(viewpoint = 'PA', false)
    and thorax_width > 0
    and is_in_order
    and has_sound_lungs_and_heart
    and case when upper_width is null then has_sound_whole else has_sound_upper end as is_reliable
from measured
join main.images using (image_id, study_id, patient_id)
