-- Attribute strings that stand twice
-- severity: error
-- scope: check
select image_id, entry_index, phrase_index, attribute_index, count(*) as rows
from object_attributes
group by all
having count(*) > 1
