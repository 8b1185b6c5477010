-- Studies of two patients
-- severity: warning
select study_id, count(distinct patient_id) as patients
from images
group by study_id
having count(distinct patient_id) > 1
