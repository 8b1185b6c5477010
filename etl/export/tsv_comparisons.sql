-- tsv_comparisons: comparison_relations_tabular.txt
-- one row per comparison and attribute; sentence is empty without text
select relationship_id, subject_id, object_id, bbox, comparison, attribute, sentence,
  bbox_coord_224_subject, bbox_coord_224_object, bbox_coord_original_subject, bbox_coord_original_object,
  comparison_relations_tabular.patient_id, image_id, relationship_index, attribute_index
from main.comparison_relations_tabular
join (select image_id, patient_id, image_number from chosen_images) as images using (image_id, patient_id)
where comparison_relations_tabular.patient_id between getvariable('first_patient') and getvariable('last_patient')
order by image_number, relationship_index, attribute_index
