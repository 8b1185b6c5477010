-- pair_chexrelformer: Pairs in the form that CheXRelFormer reads
-- one row per current image: the last row of comparison_relations_tabular among 18 regions, findings and diseases with exactly one direction, where it is of one of the
-- nine findings and both images have boxes; denied findings count (docs/rules.md). sentence is empty
with last_rows as (
  select relationship_id, subject_id, object_id, bbox, comparison, attribute,
    null::varchar as sentence,
    bbox_coord_224_subject, bbox_coord_224_object, bbox_coord_original_subject, bbox_coord_original_object,
    image_id as current_image_id,
    split_part(object_id, '_', 1) as previous_image_id,
    split_part(attribute, '|', 3) as label_name,
    split_part(attribute, '|', 1) as "category_ID"
  from main.comparison_relations_tabular
  join main.regions on bbox_name = bbox
  where in_anaxnet_18
    and split_part(attribute, '|', 1) in ('anatomicalfinding', 'disease')
    and comparison in ('improved', 'worsened', 'no change')
    and comparison_relations_tabular.patient_id between getvariable('first_patient') and getvariable('last_patient')
  qualify row_number() over (partition by image_id order by relationship_index desc, attribute_index desc) = 1
),
with_boxes as (
  select distinct image_id
  from main.objects
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select last_rows.*, current_image.jpg_path, previous_image.jpg_path as previous_jpg_path
from last_rows
join chosen as current_image on current_image.image_id = current_image_id
join chosen as previous_image
  on previous_image.image_id = previous_image_id and previous_image.patient_id = current_image.patient_id
semi join with_boxes as current_boxes on current_boxes.image_id = current_image_id
semi join with_boxes as previous_boxes on previous_boxes.image_id = previous_image_id
where label_name in (select label_name from main.labels where in_anaxnet_9)
order by current_image.image_number
