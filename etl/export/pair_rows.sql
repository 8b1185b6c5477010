-- pair_rows: Pairs as a table
-- one row per pair, region and finding, sorted by the place of the current and the previous image, region and finding
select image_id, previous_image_id, study_id, previous_study_id, patient_id, bbox_name, label_name, progression, rule,
  viewpoint, previous_viewpoint, gap_days, is_earlier,
  jpg_path as image_path,
  previous_jpg_path as previous_image_path
from pair_progressions_chosen
order by image_number, previous_image_number, bbox_name, label_name
