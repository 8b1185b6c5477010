-- pair_ms_cxr_t: Pairs in the form of MS-CXR-T
-- one row per pair of frontal images (AP, PA) with at least one of the five findings: improving, stable or worsening where more than half of the votes of all
-- its regions say so (pair_progressions), else empty
with votes as (
  select image_id, previous_image_id, label_name,
    sum(n_improved) as improving,
    sum(n_worsened) as worsening,
    sum(n_no_change) as stable,
    improving + worsening + stable as votes
  from main.pair_progressions
  semi join pair_images using (image_id, previous_image_id)
  where patient_id between getvariable('first_patient') and getvariable('last_patient')
  group by image_id, previous_image_id, label_name
),
decided as (
  select image_id, previous_image_id, label_name,
    case
      when 2 * improving > votes then 'improving'
      when 2 * worsening > votes then 'worsening'
      when 2 * stable > votes then 'stable'
    end as progression
  from votes
),
wide as (
  select image_id, previous_image_id,
    max(progression) filter (label_name = 'consolidation') as consolidation_progression,
    max(progression) filter (label_name = 'pulmonary edema/hazy opacity') as edema_progression,
    max(progression) filter (label_name = 'pleural effusion') as pleural_effusion_progression,
    max(progression) filter (label_name = 'pneumonia') as pneumonia_progression,
    max(progression) filter (label_name = 'pneumothorax') as pneumothorax_progression
  from decided
  where progression is not null
    and label_name in ('consolidation', 'pulmonary edema/hazy opacity', 'pleural effusion', 'pneumonia', 'pneumothorax')
  group by image_id, previous_image_id
)
select image_id as dicom_id, study_id, patient_id as subject_id,
  previous_image_id as previous_dicom_id, previous_study_id,
  consolidation_progression, edema_progression, pleural_effusion_progression, pneumonia_progression, pneumothorax_progression
from wide
join pair_images using (image_id, previous_image_id)
where viewpoint in ('AP', 'PA') and previous_viewpoint in ('AP', 'PA')
order by image_number, previous_image_number
