with boxes as (
  select image_id, study_id, patient_id,
    generate_subscripts(objects, 1) - 1 as object_index,
    unnest(objects) as box
  from graphs
)
select image_id, study_id, patient_id, object_index,
  box.object_id, box.bbox_name, concepts(box.synsets) as cuis, box.name as umls_name,
  box.x1, box.y1, box.x2, box.y2, box.width, box.height,
  box.original_x1, box.original_y1, box.original_x2, box.original_y2, box.original_width, box.original_height
from boxes
