select label_name, list(bbox_name order by bbox_name) as affirmed_in
from (
  unpivot (from finding_matrix())
  on columns(* exclude (image_id, study_id, patient_id, bbox_name))
  into name label_name value relation
)
where relation = 'yes'
group by label_name
order by label_name
