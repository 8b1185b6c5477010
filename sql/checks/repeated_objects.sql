-- Entries of the objects list that stand twice
-- severity: error
-- scope: check
select image_id, object_index, count(*) as rows
from objects
group by all
having count(*) > 1
