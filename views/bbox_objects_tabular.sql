-- bbox_objects_tabular: Boxes as the dataset's own post-processing writes them
-- grain: objects row
-- rule: coordinates as written, faults included (see boxes); several concept ids are one text of the list, joined by ;; as the graphs write them
-- tie-break: none
-- source: bbox_objects_tabular.txt, in the order of its columns; added at the end are patient_id and, as the file has an order,
--   image_id and object_index: order by these
-- columns:
--   object_id: as written; not unique by itself
--   x1: left, pixels of the 224 frame
--   y1: top, pixels of the 224 frame
--   x2: right, pixels of the 224 frame
--   y2: bottom, pixels of the 224 frame
--   width: pixels of the 224 frame
--   height: pixels of the 224 frame
--   bbox_name
--   synsets: concept ids as a list in brackets
--   name: UMLS name
--   original_x1: left, original pixels
--   original_y1: top, original pixels
--   original_x2: right, original pixels
--   original_y2: bottom, original pixels
--   original_width: original pixels
--   original_height: original pixels
--   patient_id, image_id
--   object_index: place in the objects list of the JSON, from 0
select object_id, x1, y1, x2, y2, width, height, bbox_name,
  if(len(cuis) = 0, '[]', '[''' || joined(cuis) || ''']') as synsets,
  umls_name as name,
  original_x1, original_y1, original_x2, original_y2, original_width, original_height,
  patient_id, image_id, object_index
from main.objects
