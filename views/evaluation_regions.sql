-- evaluation_regions: Regions of the published set: findings and boxes of gold and graphs, and relations without a box
-- grain: bbox_name of the 29 published regions
-- rule: outcomes are those of affirmed findings of reports (evaluation_findings); a region of which neither side affirms anything has
--   zeros where findings were annotated. Boxes are those of evaluation_boxes; the mediastinum that is derived of other boxes is not
--   there. corrected and iou_missing_as_0 are over images in which at least one side has a box. without_box is over relations of
--   the whole warehouse: findings and verdicts, affirmed or denied, each sentence of each image
-- tie-break: none
-- source: Table 4 of the dataset page; its treatment of missing boxes is not public
-- columns:
--   bbox_name
--   annotations: tp + fn; NULL without gold findings, and so are the next six
--   tp: affirmed by gold and graphs
--   fp: affirmed by the graphs only
--   fn: affirmed by gold only
--   precision: tp / (tp + fp); NULL where that is 0
--   recall: tp / (tp + fn); NULL where that is 0
--   f1: 2 tp / (2 tp + fp + fn); NULL where that is 0
--   n_both: images in which gold and the graph have a box; NULL for regions without gold boxes, and so are the next seven
--   n_gold_only: images in which gold alone has one
--   n_silver_only: images in which the graph alone has one
--   n_neither: images in which gold looked for a box and neither has one
--   iou: mean intersection over union where both have a box, in the 224 frame
--   iou_original: the same in original pixels
--   iou_missing_as_0: the same as iou, with 0 where only one side has a box
--   corrected: share of the boxes that the annotators moved, drew or removed
--   without_box: share of the relations whose image has no usable box of the region; NULL where there are none
with outcomes as (
  select bbox_name,
    count(*) filter (outcome = 'tp') as tp,
    count(*) filter (outcome = 'fp') as fp,
    count(*) filter (outcome = 'fn') as fn
  from main.evaluation_findings
  where level = 'report' and relation = 'yes'
  group by bbox_name
),
has_findings as (
  select exists (from main.evaluation_findings) as is_annotated
),
counted as (
  select regions.bbox_name,
    if(is_annotated, coalesce(tp, 0), null)::integer as tp,
    if(is_annotated, coalesce(fp, 0), null)::integer as fp,
    if(is_annotated, coalesce(fn, 0), null)::integer as fn
  from main.regions
  cross join has_findings
  left join outcomes using (bbox_name)
  where in_29
),
drawn as (
  select bbox_name,
    count(*) filter (presence = 'both')::integer as n_both,
    count(*) filter (presence = 'gold_only')::integer as n_gold_only,
    count(*) filter (presence = 'silver_only')::integer as n_silver_only,
    count(*) filter (presence = 'neither')::integer as n_neither,
    avg(iou order by image_id) as iou,
    avg(iou_original order by image_id) as iou_original,
    avg(coalesce(iou, 0) order by image_id) filter (presence <> 'neither') as iou_missing_as_0,
    avg(is_corrected::integer) filter (presence <> 'neither') as corrected
  from main.evaluation_boxes
  where not is_derived
  group by bbox_name
),
mentions as (
  select image_id, study_id, patient_id, bbox_name, count(*) as n
  from main.object_attributes
  where relation in ('yes', 'no') and (category_id = 'nlp' or is_finding(category_id))
  group by image_id, study_id, patient_id, bbox_name
),
boxed as (
  select bbox_name, (sum(n) filter (n_boxes is null))::double as n_without_box, sum(n)::double as n
  from mentions
  left join main.region_boxes using (image_id, study_id, patient_id, bbox_name)
  group by bbox_name
)
select bbox_name, tp + fn as annotations, tp, fp, fn,
  tp / nullif(tp + fp, 0) as precision,
  tp / nullif(tp + fn, 0) as recall,
  2 * tp / nullif(2 * tp + fp + fn, 0) as f1,
  n_both, n_gold_only, n_silver_only, n_neither, iou, iou_original, iou_missing_as_0, corrected,
  coalesce(n_without_box, 0) / n as without_box
from counted
left join drawn using (bbox_name)
left join boxed using (bbox_name)
