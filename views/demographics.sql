-- demographics: How often is a finding described, by sex, age and view
-- grain: category_id × label_name × gender × age_decile × viewpoint; every label that any image mentions has a row in
--   every stratum that occurs
-- rule: the denominator is all patients with an image in the stratum, also those whose reports do not mention the label;
--   a patient counts as yes when an image in the stratum has it affirmed (image_findings), once however many images there
--   are, and counts in every stratum where the patient has an image
-- tie-break: yes over no within a patient
-- source: fairness studies count images, which weighs patients by how often they return
-- columns:
--   category_id, label_name
--   gender: sex as recorded, or NULL
--   age_decile: age range, or NULL
--   viewpoint: view, or NULL
--   n_patients: patients with an image in the stratum: the denominator
--   n_yes: of these, patients described with the finding
--   n_no: of these, patients whose mentions all deny it
--   n_unmentioned: of these, patients whose reports do not mention it
--   prevalence: n_yes / n_patients
--   prevalence_low: lower end of the 95 % Wilson interval
--   prevalence_high: upper end of the 95 % Wilson interval
with strata as (
  select gender, age_decile, viewpoint, count(distinct patient_id) as n_patients
  from main.images
  group by all
),
patient_labels as (
  select category_id, label_name, gender, age_decile, viewpoint, patient_id,
    bool_or(relation = 'yes') as is_yes
  from main.image_findings
  join main.images using (image_id, study_id, patient_id)
  group by all
),
counts as (
  select category_id, label_name, gender, age_decile, viewpoint,
    count(*) filter (is_yes) as n_yes,
    count(*) filter (not is_yes) as n_no
  from patient_labels
  group by all
),
mentioned_labels as (
  select distinct category_id, label_name
  from counts
),
cells as (
  select mentioned_labels.category_id, mentioned_labels.label_name,
    strata.gender, strata.age_decile, strata.viewpoint, n_patients,
    coalesce(counts.n_yes, 0) as n_yes,
    coalesce(counts.n_no, 0) as n_no
  from strata
  cross join mentioned_labels
  left join counts
    on counts.category_id = mentioned_labels.category_id
    and counts.label_name = mentioned_labels.label_name
    and counts.gender is not distinct from strata.gender
    and counts.age_decile is not distinct from strata.age_decile
    and counts.viewpoint is not distinct from strata.viewpoint
)
select category_id, label_name, gender, age_decile, viewpoint, n_patients, n_yes, n_no,
  n_patients - n_yes - n_no as n_unmentioned,
  n_yes / n_patients as prevalence,
  wilson_interval(n_yes, n_patients).low as prevalence_low,
  wilson_interval(n_yes, n_patients).high as prevalence_high
from cells
