with findings as (
  select bbox_name,
    count(*) filter (outcome = 'tp') as tp,
    count(*) filter (outcome = 'fp') as fp,
    count(*) filter (outcome = 'fn') as fn,
    round(2 * tp / nullif(2 * tp + fp + fn, 0), 4) as f1
  from evaluation_findings
  where level = 'report' and relation = 'yes'
  group by bbox_name
),
boxes as (
  select bbox_name, round(avg(iou order by image_id), 4) as iou
  from evaluation_boxes
  where not is_derived
  group by bbox_name
)
select bbox_name, tp, fp, fn, f1, iou
from regions
left join findings using (bbox_name)
left join boxes using (bbox_name)
where in_29 and (f1 is not null or iou is not null)
order by tp + fn desc nulls last, bbox_name
