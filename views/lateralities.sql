-- lateralities: On which side is a finding
-- grain: study × category_id × label_name that the report affirms in at least one region
-- rule: the sides of the regions whose last mention affirms it (report_findings): left and right is bilateral, one of them is
--   that side whatever midline regions say, midline regions alone are midline; NULL when only the region unknown has it.
--   Denials have no side. Categories without findings are left out (is_finding)
-- tie-break: that of report_findings
-- source: regions.side; one project contrasts left and right by region name, the label laterality|yes|left is undocumented
-- columns:
--   study_id, patient_id, category_id, label_name
--   n_left: affirming regions of the left side
--   n_right: affirming regions of the right side
--   n_midline: affirming regions of the midline
--   laterality: left, right, bilateral, midline or NULL
--   bbox_names: the affirming regions, sorted
with affirmed as (
  select study_id, patient_id, category_id, label_name, bbox_name, side
  from main.report_findings
  join main.regions using (bbox_name)
  where relation = 'yes'
    and is_finding(category_id)
)
select study_id, patient_id, category_id, label_name,
  count(*) filter (side = 'left') as n_left,
  count(*) filter (side = 'right') as n_right,
  count(*) filter (side = 'midline') as n_midline,
  case
    when n_left > 0 and n_right > 0 then 'bilateral'
    when n_left > 0 then 'left'
    when n_right > 0 then 'right'
    when n_midline > 0 then 'midline'
  end as laterality,
  list(bbox_name order by bbox_name) as bbox_names
from affirmed
group by study_id, patient_id, category_id, label_name
