-- graph_chosen: The images of a graph, with the ids of their nodes
-- one row per image of {{images}} whose patient is in the slice; place is its place in the warehouse. Patients and studies have the ids that
-- their folders have in MIMIC-CXR; graph_text escapes text as the form needs it
create or replace temp table graph_chosen as
select image_number as place,
  'p' || patient_id as patient,
  'p' || patient_id || '/s' || study_id as study,
  graph_text(image_id) as image,
  image_id, study_id, patient_id, viewpoint, age_decile, split, to_avoid, is_gold, export_split,
  image_width, image_height, jpg_path
from {{images}}
where patient_id between getvariable('first_patient') and getvariable('last_patient')
order by place
