select image_id, study_id, patient_id, count(*) as n
from finding_cells(regions := 26)
group by all
order by image_id
