-- study_frontal_images: The one image that stands for a study
-- grain: study
-- rule: PA before AP before any other view; the rule of patient_sequences.primary_image_id and cohort.frontal_rank
-- tie-break: least image_id
-- source: mimic-cxr-vqa, EHRXQA and others keep one image a study, each by a rule of its own
-- columns:
--   image_id, study_id, patient_id, viewpoint
--   n_images: images of the study in the warehouse, this one included
select image_id, study_id, patient_id, viewpoint,
  count(*) over (partition by study_id, patient_id) as n_images
from main.images
qualify row_number() over (
  partition by study_id, patient_id
  order by frontal_preference(viewpoint), image_id
) = 1
