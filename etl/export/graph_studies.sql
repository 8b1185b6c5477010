-- graph_studies: Studies as nodes, and as edges from their patient
-- one row per study with a chosen image; order, time and gap are those of patient_sequences, over all studies of the patient in the warehouse
with studies as (
  select study, patient, min(place) as place, study_id, patient_id
  from graph_chosen
  group by study, patient, study_id, patient_id
)
select study as id, patient, place, patient as source, study as target,
  studies.study_id, study_order, study_datetime, sequence_number, gap_days
from studies
join main.patient_sequences using (study_id, patient_id)
