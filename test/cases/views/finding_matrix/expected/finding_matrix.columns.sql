select list_sort(list(column_name)) = list_sort(
    ['image_id', 'study_id', 'patient_id', 'bbox_name'] || (select list(label_name) from labels where is_expected and is_finding(category_id))
  ) as is_every_label
from (describe from finding_matrix())
