select bbox_name, count(*) filter (is_derived) as n_derived from regions_closed group by bbox_name order by bbox_name
