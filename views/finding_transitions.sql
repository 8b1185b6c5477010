-- finding_transitions: How the presence of a finding changes from one study to the next
-- grain: patient × consecutive studies × bbox_name × category_id × label_name that at least one of the two mentions
-- rule: last mention of each study (report_findings); consecutive by patient_sequences. no → yes is new, yes → no resolved, yes → yes
--   persistent, no → no absent, and unmentioned when one of the two studies does not mention it: silence is no denial
-- tie-break: those of report_findings and patient_sequences
-- source: new and resolved are derived so from the gold set by one project; most count silence as absence
-- stored: by study, bbox_name, category_id, label_name
-- columns:
--   patient_id
--   previous_study_id: the study before
--   study_id, bbox_name, category_id, label_name
--   previous_relation: yes or no in the study before; NULL: not mentioned
--   relation: yes or no in the study; NULL: not mentioned
--   transition: new, resolved, persistent, absent or unmentioned
--   is_finding
with mentioned as (
  select patient_id, bbox_name, category_id, label_name, relation,
    unnest([
      {previous_study_id: previous_study_id, study_id: study_id, is_previous: false},
      {previous_study_id: study_id, study_id: next_study_id, is_previous: true}
    ], max_depth := 2)
  from main.report_findings
  join main.patient_sequences using (patient_id, study_id)
),
paired as (
  select patient_id, previous_study_id, study_id, bbox_name, category_id, label_name,
    any_value(relation) filter (is_previous) as previous_relation,
    any_value(relation) filter (not is_previous) as relation
  from mentioned
  where previous_study_id is not null and study_id is not null
  group by patient_id, previous_study_id, study_id, bbox_name, category_id, label_name
)
select *,
  case
    when previous_relation is null or relation is null then 'unmentioned'
    when previous_relation = 'no' and relation = 'yes' then 'new'
    when previous_relation = 'yes' and relation = 'no' then 'resolved'
    when relation = 'yes' then 'persistent'
    else 'absent'
  end as transition,
  is_finding(category_id) as is_finding
from paired
