select image_id, study_id, patient_id, viewpoint, gender, age_decile, reason_for_exam,
  "StudyOrder" as study_order,
  try_strptime("StudyDateTime", '%Y-%m-%d %H:%M:%S UTC') as study_datetime
from graphs
