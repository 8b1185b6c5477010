/** Per region of the 29 published ones: boxes of gold and graphs, and relations of the whole warehouse without a box. */
export const regionBoxes = `
with boxes as (
  select bbox_name,
    count(*) filter (presence = 'both')::integer as n_both,
    count(*) filter (presence = 'gold_only')::integer as n_gold_only,
    count(*) filter (presence = 'silver_only')::integer as n_silver_only,
    count(*) filter (presence = 'neither')::integer as n_neither,
    avg(iou order by image_id) as iou,
    avg(iou_original order by image_id) as iou_original,
    avg(coalesce(iou, 0) order by image_id) filter (presence <> 'neither') as iou_missing_as_0,
    avg(is_corrected::integer) filter (presence <> 'neither') as corrected
  from evaluation_boxes
  where not is_derived
  group by bbox_name
),
mentions as (
  select image_id, study_id, patient_id, bbox_name, count(*) as n
  from object_attributes
  where relation in ('yes', 'no') and (category_id = 'nlp' or is_finding(category_id))
  group by image_id, study_id, patient_id, bbox_name
),
boxed as (
  select bbox_name, (sum(n) filter (n_boxes is null))::double as n_without_box, sum(n)::double as n
  from mentions
  left join region_boxes using (image_id, study_id, patient_id, bbox_name)
  group by bbox_name
)
select bbox_name, n_both, n_gold_only, n_silver_only, n_neither, iou, iou_original, iou_missing_as_0, corrected,
  coalesce(n_without_box, 0) / n as without_box
from regions
left join boxes using (bbox_name)
left join boxed using (bbox_name)
where in_29
order by bbox_name`;
