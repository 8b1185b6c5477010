-- attribute_relations_tabular: Attributes as the dataset's own post-processing writes them
-- grain: object_attributes row with relation yes or no, of a finding or a verdict
-- rule: sentence by sentence, not rolled up: image_id with .dcm, relation 1 or 0, context yes or no. Severity, temporal,
--   texture and laterality stand among the attributes of the graphs and have no row: readers of the file end at such a category
-- tie-break: none
-- source: attribute_relations_tabular.txt, by the columns that its readers use; the order of the original's columns is not public.
--   The last three are added, as the file has an order and readers take its last row: order by patient_id, study_id, image_id and these
-- columns:
--   patient_id, study_id
--   image_id: the image, with .dcm
--   sent_loc: place of the sentence in the report
--   row_id: study_id|sent_loc: the phrase_id
--   section: section of the sentence
--   bbox: the region (bbox_name)
--   categoryID: category of the finding
--   label_name
--   relation: 1 affirmed, 0 denied
--   context: yes or no
--   sentence: the sentence as written; NULL in a build without text
--   entry_index, phrase_index, attribute_index
select patient_id, study_id,
  image_id || '.dcm' as image_id,
  mentions.sent_loc,
  phrase_id as row_id,
  mentions.section,
  bbox_name as bbox,
  category_id as "categoryID",
  label_name,
  if(relation = 'yes', 1, 0) as relation,
  mentions.relation as context,
  phrase as sentence,
  entry_index, phrase_index, attribute_index
from main.object_attributes as mentions
left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
where mentions.relation in ('yes', 'no')
  and (category_id = 'nlp' or is_finding(category_id))
