-- Share of affirmed region mentions without a usable box, by region (last column of the dataset page's table 4)
-- denominator: affirming attribute strings of regions that the box pipeline looks for
-- trap: the text-only regions (neck, chest wall, shoulder, …) never have a box; they are 7 % of the entries
select bbox_name,
  count(*) as n_mentions,
  count(*) filter (not has_box) as n_without_box,
  100 * n_without_box / n_mentions as percent_without_box
from attribute_mentions
join regions using (bbox_name)
where relation = 'yes' and has_bbox
group by bbox_name
order by percent_without_box desc, n_mentions desc, bbox_name
