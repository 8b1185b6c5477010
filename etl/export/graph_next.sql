-- graph_next: Edges from a study to the next one of the patient
-- one row per two consecutive studies of patient_sequences that are both in the graph
with studies as (
  select study, patient, min(place) as place, study_id, patient_id, any_value(export_split) as export_split
  from graph_chosen
  group by study, patient, study_id, patient_id
)
select earlier.study as source, later.study as target, earlier.patient, earlier.place, gap_days, gap_hours
from main.patient_sequences as sequences
join studies as earlier
  on earlier.study_id = previous_study_id and earlier.patient_id = sequences.patient_id
join studies as later
  on later.study_id = sequences.study_id and later.patient_id = sequences.patient_id
  and later.export_split = earlier.export_split
where sequences.patient_id between getvariable('first_patient') and getvariable('last_patient')
