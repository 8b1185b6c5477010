-- label_statistics: How often is a finding affirmed and denied
-- grain: category_id × attribute
-- rule: freq counts affirming attribute strings as the graphs write them: every sentence, region and image counts, and the
--   images of a study repeat its report; the columns from n_studies_yes on count units by their last mention (study_findings)
-- tie-break: that of study_findings
-- source: attribute and freq are columns of the release's affirmed_attributes_eval4paper.csv; its other columns need the gold set
-- columns:
--   attribute: the finding (label_name)
--   freq: attribute strings that affirm it
--   freq_no: attribute strings that deny it
--   category_id
--   n_studies_yes: studies that affirm it
--   n_studies_no: studies that mention it and do not affirm it
--   n_patients_yes: patients with a study that affirms it
with mentions as (
  select category_id, label_name,
    count(*) filter (relation = 'yes') as freq,
    count(*) filter (relation = 'no') as freq_no
  from main.object_attributes
  where relation in ('yes', 'no')
  group by all
),
units as (
  select category_id, label_name,
    count(*) filter (relation = 'yes') as n_studies_yes,
    count(*) filter (relation = 'no') as n_studies_no,
    count(distinct patient_id) filter (relation = 'yes') as n_patients_yes
  from main.study_findings
  group by all
)
select label_name as attribute, freq, freq_no, category_id,
  coalesce(n_studies_yes, 0) as n_studies_yes,
  coalesce(n_studies_no, 0) as n_studies_no,
  coalesce(n_patients_yes, 0) as n_patients_yes
from mentions
left join units using (category_id, label_name)
