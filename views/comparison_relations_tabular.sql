-- comparison_relations_tabular: Comparisons as the dataset's own post-processing writes them
-- grain: comparison_relations row × attribute; one row where it has none
-- rule: comparison is the sorted comparisons joined by ;;, attribute the whole string; boxes as [x1, y1, x2, y2], as written
-- tie-break: the first box of the region where an image has several
-- source: comparison_relations_tabular.txt, in the order of its columns; patient_id is added at the end
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
--   patient_id: the patient
with coordinates as (
  select image_id, bbox_name,
    format('[{}, {}, {}, {}]', x1, y1, x2, y2) as coord_224,
    format('[{}, {}, {}, {}]', original_x1, original_y1, original_x2, original_y2) as coord_original
  from main.objects
  qualify row_number() over (partition by image_id, bbox_name order by object_index) = 1
),
findings as (
  select *, unnest(if(len(attributes) = 0, [null], attributes)) as attribute
  from inputs.comparison_relations
)
select relationship_id, subject_id, object_id, findings.bbox_name as bbox,
  array_to_string(list_sort(list_distinct(comparisons)), ';;') as comparison,
  attribute,
  phrase as sentence,
  subject.coord_224 as bbox_coord_224_subject,
  object.coord_224 as bbox_coord_224_object,
  subject.coord_original as bbox_coord_original_subject,
  object.coord_original as bbox_coord_original_object,
  patient_id
from findings
left join coordinates as subject
  on subject.image_id = findings.image_id and subject.bbox_name = findings.bbox_name
left join coordinates as object
  on object.image_id = findings.previous_image_id and object.bbox_name = findings.bbox_name
