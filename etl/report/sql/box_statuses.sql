select box_status(x1, y1, x2, y2, 224, 224) as box_status, count(*) as n_boxes, count(distinct image_id) as n_images
from objects
group by 1
order by n_boxes desc, 1
