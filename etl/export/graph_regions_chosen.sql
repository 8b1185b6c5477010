-- graph_regions_chosen: The regions of the images of a graph
-- one row per image and bbox_name for which the scene graph has an object or a sentence, or which it compares with one of another image. The
-- id is the object_id of the dataset; the box is the union of the usable boxes of that name (region_boxes), NULL where there is none
create or replace temp table graph_regions_chosen as
with named as (
  select image_id, bbox_name, null::varchar as phrase_id
  from main.objects
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  union all
  select image_id, bbox_name, phrase_id
  from main.object_phrases
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  union all
  select unnest([image_id, previous_image_id]), bbox_name, null
  from main.comparison_relations
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
),
described as (
  select image_id, bbox_name, count(distinct phrase_id) as n_phrases
  from named
  group by image_id, bbox_name
),
located as (
  select image_id, patient_id, bbox_name, n_boxes, x1, y1, x2, y2
  from main.region_boxes
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select image || '_' || graph_text(bbox_name) as id, place, patient, image, image_id, patient_id, export_split,
  bbox_name, side, n_phrases,
  coalesce(n_boxes, 0) as n_boxes,
  x1, y1, x2, y2
from described
join graph_chosen using (image_id)
left join main.regions using (bbox_name)
left join located using (image_id, patient_id, bbox_name)
