-- Sentences of an attributes entry that stand twice
-- severity: error
-- scope: check
select image_id, entry_index, phrase_index, count(*) as rows
from object_phrases
group by all
having count(*) > 1
