with sizes as (
  select count(*) as n_images
  from images
),
boxed as (
  select unnest(bbox_names) as bbox_name
  from image_boxes
),
with_box as (
  select bbox_name, count(*) as n
  from boxed
  group by bbox_name
),
mentions as (
  select bbox as bbox_name, sum(freq_nlp) as n_mentions, sum(freq_has_bbox) as n_boxed
  from region_label_statistics
  group by bbox
)
select bbox_name, n_images,
  n_images - coalesce(n, 0) as n_missing,
  round(n_missing / n_images, 4) as share_missing,
  round(wilson_interval(n_missing, n_images).low, 4) as share_low,
  round(wilson_interval(n_missing, n_images).high, 4) as share_high,
  coalesce(n_mentions, 0) as n_mentions,
  coalesce(n_mentions - n_boxed, 0) as n_mentions_without_box,
  round((n_mentions - n_boxed) / n_mentions, 4) as share_mentions_without_box
from regions
cross join sizes
left join with_box using (bbox_name)
left join mentions using (bbox_name)
where has_bbox and n_images > 0
order by share_missing desc, bbox_name
