select image_id, bbox_name, category_id, label_name, relation
from finding_cells()
where relation is not null
order by bbox_name, label_name
