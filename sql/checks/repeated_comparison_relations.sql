-- Entries of the relationships list that stand twice
-- severity: error
-- scope: check
select image_id, relationship_index, count(*) as rows
from comparison_relations
group by all
having count(*) > 1
