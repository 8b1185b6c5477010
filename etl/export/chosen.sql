-- chosen: The chosen images of the patients that are worked on, by the variables export_split, first_patient and last_patient
create or replace temp view chosen as
select *
from chosen_images
where export_split = getvariable('export_split')
  and patient_id between getvariable('first_patient') and getvariable('last_patient')
