-- Attribute strings whose sentence is not in object_phrases, or is another there
-- severity: error
-- scope: check
select image_id, entry_index, phrase_index, phrase_id, bbox_name
from object_attributes
anti join object_phrases using (image_id, entry_index, phrase_index, bbox_name)
