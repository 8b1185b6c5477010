-- Findings and regions that the vocabularies do not know
-- severity: error
-- scope: check
select distinct category_id, label_name, bbox_name
from object_attributes
where (category_id, label_name) not in (select (category_id, label_name) from labels)
  or bbox_name not in (select bbox_name from regions)
