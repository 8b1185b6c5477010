-- study_findings: Findings of a study, from any region
-- grain: study × category_id × label_name
-- rule: yes when the last mention of any region is yes (report_findings.relation), else no. What no region mentions has no row.
--   Each study counts once, however many images it has
-- tie-break: yes over no between regions; within a region that of report_findings
-- source: the two-step roll-up of the projects that label whole images: by region first, then any region
-- stored: by study, category_id, label_name
-- columns:
--   study_id, patient_id, category_id, label_name
--   relation: yes or no
--   n_regions_yes, n_regions_no, is_finding
select study_id, patient_id, category_id, label_name,
  if(bool_or(relation = 'yes'), 'yes', 'no') as relation,
  count(*) filter (relation = 'yes') as n_regions_yes,
  count(*) filter (relation = 'no') as n_regions_no,
  is_finding(category_id) as is_finding
from main.report_findings
group by study_id, patient_id, category_id, label_name
