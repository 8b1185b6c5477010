select (select count(*) from finding_matrix()) as n_29, (select count(*) from finding_matrix(regions := 36)) as n_36, pneumonia
from finding_matrix(regions := 18)
where image_id = 'a1' and bbox_name = 'right lung'
