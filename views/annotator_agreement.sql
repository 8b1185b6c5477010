-- annotator_agreement: How well do two annotators agree on the boxes of a region
-- grain: annotator × other annotator × bbox_name that both list for an image
-- rule: each pair of annotators is there once, the lesser name first. A box is there when it is usable (ok or clipped, see boxes);
--   [0, 0, 0, 0], which has no area, is absent. Coordinates are those of the 224 frame, clipped to it. Kappa is Cohen's, of whether there is a box
-- tie-break: several usable boxes of one annotator, image and region give their union
-- source: the four files bbox_coordinate_annotations_*.csv of the dataset: two annotators have looked at each image
-- columns:
--   annotator: who drew
--   other_annotator: who drew, too
--   bbox_name
--   n_images: images of which both list the region
--   n_both: images in which both have a box
--   n_annotator_only: images in which only the first has a box
--   n_other_only: images in which only the other has a box
--   n_neither: images in which neither has a box
--   n_same: images in which both have a box and no corner differs by more than 1 pixel of the 224 frame
--   mean_iou: mean intersection over union where both have a box; NULL where that is never
--   median_iou: median of the same
--   presence_agreement: share of the images in which both or neither have a box
--   presence_kappa: the same beyond chance; NULL where chance alone agrees always
with drawn as (
  select annotator, image_id, bbox_name,
    bool_or(is_usable) as has_box,
    {
      x1: greatest(min(x1) filter (is_usable), 0),
      y1: greatest(min(y1) filter (is_usable), 0),
      x2: least(max(x2) filter (is_usable), 224),
      y2: least(max(y2) filter (is_usable), 224)
    } as box
  from (
    select *,
      box_status(x1, y1, x2, y2, 224, 224) in ('ok', 'clipped') as is_usable
    from optional_inputs.gold_annotator_bboxes_if_given
  )
  where image_id is not null and bbox_name is not null
  group by annotator, image_id, bbox_name
),
compared as (
  select one.annotator, other.annotator as other_annotator, bbox_name,
    coalesce(one.has_box, false) as has_one,
    coalesce(other.has_box, false) as has_other,
    one.box as one,
    other.box as other,
    if(has_one and has_other, box_iou(one.box, other.box), null) as iou
  from drawn as one
  join drawn as other using (image_id, bbox_name)
  where one.annotator < other.annotator
),
counted as (
  select annotator, other_annotator, bbox_name,
    count(*) as n_images,
    count(*) filter (has_one and has_other) as n_both,
    count(*) filter (has_one and not has_other) as n_annotator_only,
    count(*) filter (has_other and not has_one) as n_other_only,
    count(*) filter (not has_one and not has_other) as n_neither,
    count(*) filter (
      has_one and has_other
      and greatest(abs(one.x1 - other.x1), abs(one.y1 - other.y1), abs(one.x2 - other.x2), abs(one.y2 - other.y2)) <= 1
    ) as n_same,
    avg(iou order by iou) as mean_iou,
    median(iou) as median_iou
  from compared
  group by annotator, other_annotator, bbox_name
),
agreed as (
  select *,
    (n_both + n_neither) / n_images as presence_agreement,
    ((n_both + n_annotator_only) * (n_both + n_other_only) + (n_neither + n_annotator_only) * (n_neither + n_other_only))
      / (n_images * n_images) as by_chance
  from counted
)
select annotator, other_annotator, bbox_name,
  n_images, n_both, n_annotator_only, n_other_only, n_neither, n_same, mean_iou, median_iou, presence_agreement,
  (presence_agreement - by_chance) / nullif(1 - by_chance, 0) as presence_kappa
from agreed
