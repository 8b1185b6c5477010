-- cardiothoracic_ratios: Width of the heart and of the mediastinum against the thorax
-- grain: image with a usable box of the right lung and of the left lung
-- rule: thorax = greatest x2 of the left lung - least x1 of the right lung (the right lung is on the left of the image);
--   heart = width of the cardiac silhouette; mediastinum = width of the upper mediastinum, or of the mediastinum where that
--   has no box. Widths in the 224 frame, of boxes with box_status ok or clipped: the original-frame coordinates of the
--   release are computed from these and are no finer
-- tie-break: a region with several usable boxes counts from its least x1 to its greatest x2, and is not reliable
-- source: mimic-cxr-vqa and EHRXQA; enlarged above 0.5 (heart) and 1/3 (mediastinum) on PA images
-- columns:
--   image_id, study_id, patient_id, viewpoint
--   thorax_width: in pixels of the 224 frame
--   cardiac_width: in pixels of the 224 frame; NULL without a usable box
--   mediastinal_region: upper mediastinum or mediastinum, whichever mediastinal_width is of; NULL without a usable box
--   mediastinal_width: in pixels of the 224 frame; NULL without a usable box
--   cardiothoracic_ratio: cardiac_width / thorax_width; NULL where the thorax has no width
--   mediastinal_ratio: mediastinal_width / thorax_width; NULL where the thorax has no width
--   is_reliable: a PA image, exactly one box with box_status ok for each of the four regions, right lung left of left lung
with extents as (
  select image_id, study_id, patient_id, bbox_name,
    min(clipped_x1) as x1,
    max(clipped_x2) as x2,
    count(*) = 1 and bool_and(box_status = 'ok') as is_sound
  from main.boxes
  where bbox_name in ('right lung', 'left lung', 'cardiac silhouette', 'upper mediastinum', 'mediastinum')
  group by image_id, study_id, patient_id, bbox_name
),
widths as (
  select image_id, study_id, patient_id,
    max(x2) filter (bbox_name = 'left lung') - max(x1) filter (bbox_name = 'right lung') as thorax_width,
    max(x2 - x1) filter (bbox_name = 'cardiac silhouette') as cardiac_width,
    max(x2 - x1) filter (bbox_name = 'upper mediastinum') as upper_width,
    max(x2 - x1) filter (bbox_name = 'mediastinum') as whole_width,
    max(x1 + x2) filter (bbox_name = 'right lung') < max(x1 + x2) filter (bbox_name = 'left lung') as is_in_order,
    list(bbox_name) filter (is_sound) as sound_regions
  from extents
  group by image_id, study_id, patient_id
  having thorax_width is not null
)
select image_id, study_id, patient_id, viewpoint, thorax_width, cardiac_width,
  case
    when upper_width is not null then 'upper mediastinum'
    when whole_width is not null then 'mediastinum'
  end as mediastinal_region,
  coalesce(upper_width, whole_width) as mediastinal_width,
  if(thorax_width > 0, cardiac_width / thorax_width, null) as cardiothoracic_ratio,
  if(thorax_width > 0, mediastinal_width / thorax_width, null) as mediastinal_ratio,
  coalesce(viewpoint = 'PA', false)
    and is_in_order
    and mediastinal_region is not null
    and coalesce(list_has_all(sound_regions, ['right lung', 'left lung', 'cardiac silhouette', mediastinal_region]), false)
    as is_reliable
from widths
join main.images using (image_id, study_id, patient_id)
