-- comparison_relations_tabular: Comparisons as the dataset's own post-processing writes them
-- grain: comparison_relations row × attribute; a relation without attributes has no row, as readers split every attribute at its bars
-- rule: comparison is the sorted comparisons joined by ;;, attribute the whole string; boxes as [x1, y1, x2, y2], as written, of
--   the region bbox, also where an id names another (see is_region_mismatch of comparisons)
-- tie-break: the first box of the region where an image has several
-- source: comparison_relations_tabular.txt, in the order of its columns; added at the end are patient_id and, as the file has an order and
--   readers take its last row, image_id, relationship_index and attribute_index: order by patient_id and these
-- columns:
--   relationship_id: as written; not unique by itself
--   subject_id: object id on the current image, as written
--   object_id: object id on the previous image, as written
--   bbox: the region (bbox_name)
--   comparison: improved, no change, worsened; several joined by ;;
--   attribute: the finding, as category|relation|label
--   sentence: the sentence as written; NULL in a build without text
--   bbox_coord_224_subject: box on the current image, 224 frame; NULL without one
--   bbox_coord_224_object: box on the previous image, 224 frame; NULL without one
--   bbox_coord_original_subject: box on the current image, original pixels; NULL without one
--   bbox_coord_original_object: box on the previous image, original pixels; NULL without one
--   patient_id
--   image_id: the current image
--   relationship_index: place in the relationships list of the JSON, from 0
--   attribute_index: place of the attribute in the relation, from 0
with located as (
  select relations.image_id, relations.study_id, relations.patient_id, relationship_index,
    min({
      object_index: subject.object_index,
      coord_224: format('[{}, {}, {}, {}]', subject.x1, subject.y1, subject.x2, subject.y2),
      coord_original: format('[{}, {}, {}, {}]',
        subject.original_x1, subject.original_y1, subject.original_x2, subject.original_y2)
    }) filter (subject.image_id is not null) as subject,
    min({
      object_index: object.object_index,
      coord_224: format('[{}, {}, {}, {}]', object.x1, object.y1, object.x2, object.y2),
      coord_original: format('[{}, {}, {}, {}]',
        object.original_x1, object.original_y1, object.original_x2, object.original_y2)
    }) filter (object.image_id is not null) as object
  from main.comparison_relations as relations
  left join main.objects as subject using (image_id, study_id, patient_id, bbox_name)
  left join main.images as previous on previous.image_id = relations.previous_image_id
  -- by patient, so that only that patient's part of objects is read
  left join main.objects as object
    on object.patient_id = previous.patient_id and object.image_id = previous.image_id
    and object.bbox_name = relations.bbox_name
  group by relations.image_id, relations.study_id, relations.patient_id, relationship_index
),
findings as (
  select *, unnest(attributes) as attribute, generate_subscripts(attributes, 1)::integer - 1 as attribute_index
  from optional_inputs.comparison_relations_if_given
)
select relationship_id, subject_id, object_id, bbox_name as bbox,
  joined(list_sort(list_distinct(comparisons))) as comparison,
  attribute,
  phrase as sentence,
  subject.coord_224 as bbox_coord_224_subject,
  object.coord_224 as bbox_coord_224_object,
  subject.coord_original as bbox_coord_original_subject,
  object.coord_original as bbox_coord_original_object,
  patient_id, image_id, relationship_index, attribute_index
from findings
join located using (image_id, study_id, patient_id, relationship_index)
