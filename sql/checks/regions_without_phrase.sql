-- Sentences of regions whose text is missing
-- severity: error
-- scope: check
-- needs: phrases
select distinct image_id, phrase_id
from object_phrases
anti join phrases using (image_id, phrase_id)
where phrase_id is not null
