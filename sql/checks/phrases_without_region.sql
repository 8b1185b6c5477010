-- Sentences that no region has
-- severity: error
-- scope: check
-- needs: phrases
select image_id, phrase_id
from phrases
anti join object_phrases using (image_id, phrase_id)
