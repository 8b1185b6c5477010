select
  image_id, study_id, patient_id, viewpoint, gender, age_decile, reason_for_exam, study_order,
  left(study_datetime, 19)::timestamp as study_datetime
from parsed.graphs
