-- studies: One row per study
-- grain: study
-- rule: order, time, images and findings are those of patient_sequences; what its images share is taken from its primary image
-- tie-break: those of patient_sequences
-- source: what people look for first; most join it from images by hand
-- columns:
--   study_id, patient_id
--   study_order: the least of its images, as written
--   study_datetime: the earliest of its images, shifted
--   reason_for_exam: as written; NULL in a build without text
--   gender, age_decile
--   n_images: its images in the warehouse
--   primary_image_id: the image that stands for it: PA, then AP, then others, then the least image_id
--   is_first_study: the first of the patient's studies that have a graph (sequence_number 1 of patient_sequences)
--   n_findings_yes: distinct findings that its report affirms (findings_yes of patient_sequences)
select sequences.study_id, sequences.patient_id,
  sequences.study_order, sequences.study_datetime,
  reason_for_exam, gender, age_decile,
  n_images, primary_image_id,
  sequence_number = 1 as is_first_study,
  len(findings_yes) as n_findings_yes
from main.patient_sequences as sequences
join main.images
  on images.image_id = primary_image_id and images.patient_id = sequences.patient_id and images.study_id = sequences.study_id
