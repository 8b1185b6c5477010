-- graph_patients: Patients as nodes
-- one row per patient with a chosen image; n_studies and n_images count those that are chosen
select patient as id, patient, min(place) as place, graph_chosen.patient_id, gender,
  count(distinct study) as n_studies,
  count(*) as n_images
from graph_chosen
join main.patients using (patient_id)
group by patient, graph_chosen.patient_id, gender
