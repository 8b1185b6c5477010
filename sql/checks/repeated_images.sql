-- Images that stand twice
-- severity: error
select image_id, count(*) as rows
from images
group by image_id
having count(*) > 1
