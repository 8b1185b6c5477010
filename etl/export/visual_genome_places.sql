-- visual_genome_places: Where the numbers of an image begin, the same in every export of the warehouse
-- one row per image of the warehouse: how many relationships (comparison_relations) and described regions (object_phrases) the images before it have,
-- in the order of image_number
create or replace temp table genome_places as
with related as (
  select image_id, count(*) as relationships
  from main.comparison_relations
  group by image_id
),
described as (
  select image_id, count(*) as descriptions
  from main.object_phrases
  group by image_id
),
counted as (
  select image_id, patient_id, study_order, study_id,
    coalesce(relationships, 0) as relationships,
    coalesce(descriptions, 0) as descriptions
  from main.images
  left join related using (image_id)
  left join described using (image_id)
)
select image_id,
  sum(relationships) over before - relationships as relationships_before,
  sum(descriptions) over before - descriptions as descriptions_before
from counted
window before as (order by patient_id, study_order nulls last, study_id, image_id rows unbounded preceding)
