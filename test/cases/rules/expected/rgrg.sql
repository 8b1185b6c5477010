select *, count(*) over () as n_rows
from ({statement})
where text is not null
order by image_id, bbox_name desc
