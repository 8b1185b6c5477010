-- Comparisons whose previous image or study is not known
-- severity: warning
-- scope: check
select image_id, relationship_index
from comparison_relations
where previous_image_id is null or previous_study_id is null
