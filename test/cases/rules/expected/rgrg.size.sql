select image_id, count(*) as n_regions, count(clipped_x1) as n_boxes
from ({statement})
group by image_id
order by image_id
