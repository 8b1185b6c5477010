-- finding_prevalences: How often is a finding of a region affirmed, denied and not mentioned
-- grain: bbox_name × category_id × label_name × grain (study, patient) that any report mentions
-- rule: by the last mention of each report (report_findings), findings only (is_finding). A patient counts as yes when any of the patient's
--   studies does, as no when some mention it and all deny it. The denominator is every study (patient) with a graph, also those whose
--   reports do not mention it: silence counts as not affirmed here; n_yes / (n_yes + n_no) is the share of those that mention it
-- tie-break: yes over no within a patient; within a report that of report_findings
-- source: projects count images, which repeat the report of their study and weigh patients by how often they return
-- columns:
--   bbox_name, category_id, label_name
--   grain: study or patient: what is counted
--   n_yes: studies (patients) with the finding
--   n_no: studies (patients) whose mentions deny it
--   n_unmentioned: studies (patients) whose reports do not mention it for the region
--   n: all studies (patients) with a graph: the denominator
--   prevalence: n_yes / n
--   prevalence_low: lower end of the 95 % Wilson interval
--   prevalence_high: upper end of the 95 % Wilson interval
with by_study as (
  select patient_id, bbox_name, category_id, label_name, relation = 'yes' as is_yes
  from main.report_findings
  where is_finding
),
by_patient as (
  select patient_id, bbox_name, category_id, label_name, bool_or(is_yes) as is_yes
  from by_study
  group by patient_id, bbox_name, category_id, label_name
),
counted as (
  select 'study' as grain, bbox_name, category_id, label_name,
    count(*) filter (is_yes) as n_yes,
    count(*) filter (not is_yes) as n_no
  from by_study
  group by bbox_name, category_id, label_name
  union all
  select 'patient', bbox_name, category_id, label_name, count(*) filter (is_yes), count(*) filter (not is_yes)
  from by_patient
  group by bbox_name, category_id, label_name
),
sizes as (
  select 'study' as grain, count(*) as n
  from (select distinct study_id, patient_id from main.images)
  union all
  select 'patient', count(distinct patient_id)
  from main.images
)
select bbox_name, category_id, label_name, grain,
  n_yes, n_no,
  n - n_yes - n_no as n_unmentioned,
  n,
  n_yes / n as prevalence,
  wilson_interval(n_yes, n).low as prevalence_low,
  wilson_interval(n_yes, n).high as prevalence_high
from counted
join sizes using (grain)
