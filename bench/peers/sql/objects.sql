with entries as (
  select
    image_id, study_id, patient_id,
    unnest(range(len(objects)))::integer as object_index,
    unnest(objects) as entry
  from parsed.graphs
)
select
  image_id, study_id, patient_id, object_index,
  entry.object_id, entry.bbox_name,
  string_split(array_to_string(entry.synsets, ';;'), ';;') as cuis,
  entry.name as umls_name,
  entry.x1, entry.y1, entry.x2, entry.y2, entry.width, entry.height,
  entry.original_x1, entry.original_y1, entry.original_x2, entry.original_y2,
  entry.original_width, entry.original_height
from entries
