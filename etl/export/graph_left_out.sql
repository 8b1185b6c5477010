-- graph_left_out: How many regions are compared with one of an image that is no node of the graph
with compared as (
  select distinct image_id, previous_image_id, bbox_name
  from main.comparison_relations
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
)
select count(*)::integer as regions
from compared
join graph_chosen as current_image on current_image.image_id = compared.image_id
left join graph_chosen as previous_image
  on previous_image.image_id = previous_image_id and previous_image.patient_id = current_image.patient_id
  and previous_image.export_split = current_image.export_split
where previous_image.image_id is null
