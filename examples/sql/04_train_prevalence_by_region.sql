-- Prevalence of the nine AnaXNet findings in its 18 regions on train, without gold patients
-- denominator: share_of_mentions divides by the images that mention the finding for the region, share_of_images by all
--   images of the cohort; they answer different questions
-- trap: `not is_gold` drops every image where no gold input was given, as is_gold is NULL then; `is not true` keeps them
with chosen as (
  select image_id, count(*) over () as n_images
  from cohort
  where split = 'train' and to_avoid is not true and is_gold is not true
)
select bbox_name, label_name,
  count(*) filter (last_mention = 'yes') as n_affirmed,
  count(*) as n_mentioned,
  n_images,
  round(n_affirmed / n_mentioned, 3) as share_of_mentions,
  round(n_affirmed / n_images, 3) as share_of_images
from region_findings
join chosen using (image_id)
join regions using (bbox_name)
join labels using (category_id, label_name)
where in_anaxnet_18 and in_anaxnet_9
group by bbox_name, label_name, n_images
order by bbox_name, label_name
