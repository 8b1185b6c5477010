-- patient_history: One patient, study by study
-- grain: study of the patient, in time
-- rule: patient_sequences next to what finding_transitions derives from the presence of findings and what the report itself
--   calls improved or worsened (strict majority of pair_progressions); findings only (is_finding), each as `region: finding`
-- tie-break: those of these views
-- source: patient timelines are drawn by hand from StudyOrder and relationships
-- columns:
--   sequence_number: 1 for the first study
--   study_id
--   study_datetime: its shifted date and time
--   gap_days: calendar days since the previous study
--   n_images: images of the study
--   primary_image_id: the frontal image that stands for it
--   findings_yes: findings that it affirms, sorted
--   new_findings: affirmed now, denied in the previous study, sorted; [] when there are none
--   resolved_findings: denied now, affirmed in the previous study, sorted; [] when there are none
--   improved: called improved, sorted; [] when there are none
--   worsened: called worsened, sorted; [] when there are none
create macro main.patient_history(patient) as table
with changed as (
  select study_id,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name)
      filter (transition = 'new') as new_findings,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name)
      filter (transition = 'resolved') as resolved_findings
  from main.finding_transitions
  where patient_id = patient and is_finding
  group by study_id
),
compared as (
  select distinct study_id, bbox_name, label_name, strict_majority
  from main.pair_progressions
  where patient_id = patient
    and label_name in (select label_name from main.labels where is_finding(category_id))
),
called as (
  select study_id,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name)
      filter (strict_majority = 'improved') as improved,
    list(bbox_name || ': ' || label_name order by bbox_name, label_name)
      filter (strict_majority = 'worsened') as worsened
  from compared
  group by study_id
)
select sequence_number, study_id, study_datetime, gap_days, n_images, primary_image_id, findings_yes,
  coalesce(new_findings, []) as new_findings,
  coalesce(resolved_findings, []) as resolved_findings,
  coalesce(improved, []) as improved,
  coalesce(worsened, []) as worsened
from main.patient_sequences
left join changed using (study_id)
left join called using (study_id)
where patient_id = patient
order by sequence_number
