-- visual_genome_relationships: How the objects of a slice compare with those of earlier exams
-- one row per comparison_relations row: the region of the image, what has become of it (several directions are joined by ;;), and the same region of the previous
-- image. subject_id or object_id is NULL without a usable box of a chosen image of the same patient and split; predicate is
-- empty without a direction
create or replace temp table genome_relationships as
with related as (
  select image_id, previous_image_id, bbox_name,
    array_to_string(list_sort(list_distinct(comparisons)), ';;') as predicate,
    relations.cuis as cuis,
    (relationships_before + row_number() over (partition by image_id order by relationship_index))::bigint as relationship_id
  from main.comparison_relations as relations
  join genome_places using (image_id)
  semi join chosen using (image_id, study_id, patient_id)
  where relations.patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select relationship_id, predicate, cuis,
  subject.object_id as subject_id,
  object.object_id as object_id
from related
left join genome_objects as subject on subject.image_id = related.image_id and subject.bbox_name = related.bbox_name
left join genome_objects as object on object.image_id = related.previous_image_id and object.bbox_name = related.bbox_name
