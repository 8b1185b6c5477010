-- Sentences of an image that stand twice
-- severity: error
-- scope: check
-- needs: phrases
select image_id, phrase_id, count(*) as rows
from phrases
group by all
having count(*) > 1
