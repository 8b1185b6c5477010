-- tsv_attributes: attribute_relations_tabular.txt
-- one row per attribute string, by the columns that readers of the file use; sentence is empty without text
select patient_id, study_id, image_id,
  if(sent_loc = trunc(sent_loc), sent_loc::bigint::varchar, sent_loc::varchar) as sent_loc, row_id, section, bbox, "categoryID", label_name, relation, context, sentence,
  entry_index, phrase_index, attribute_index
from main.attribute_relations_tabular
join (select image_id || '.dcm' as image_id, patient_id, image_number from chosen_images) as images using (image_id, patient_id)
where attribute_relations_tabular.patient_id between getvariable('first_patient') and getvariable('last_patient')
order by image_number, entry_index, phrase_index, attribute_index
