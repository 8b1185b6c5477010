-- lateralities: On which side is a finding
-- grain: study × category_id × label_name that the report affirms in at least one region
-- rule: of the regions whose last mention affirms it (report_findings) those count whose side a sentence names (side_stated of
--   region_findings): left and right is bilateral, one of them is that side, whatever midline regions say. Where no sentence names a side,
--   regions of both sides are the graph's default and `not stated`, those of one side are that side, midline regions alone are midline; NULL
--   when only the region unknown has it, and for regions of both sides in a build without text. Denials have no side. Findings only (is_finding)
-- tie-break: that of report_findings
-- source: regions.side; one project contrasts left and right by region name, the label laterality|yes|left is undocumented
-- columns:
--   study_id, patient_id, category_id, label_name
--   n_left: affirming regions of the left side
--   n_right: affirming regions of the right side
--   n_midline: affirming regions of the midline
--   n_left_stated: of n_left, those whose side a sentence names
--   n_right_stated: of n_right, those whose side a sentence names
--   laterality: left, right, bilateral, not stated, midline or NULL
--   bbox_names: the affirming regions, sorted
with stated as (
  select study_id, patient_id, bbox_name, category_id, label_name, bool_or(side_stated) as side_stated
  from main.region_findings
  where is_finding
  group by study_id, patient_id, bbox_name, category_id, label_name
),
affirmed as (
  select study_id, patient_id, category_id, label_name, bbox_name, side, side_stated
  from main.report_findings
  join main.regions using (bbox_name)
  left join stated using (study_id, patient_id, bbox_name, category_id, label_name)
  where relation = 'yes'
    and is_finding
)
select study_id, patient_id, category_id, label_name,
  count(*) filter (side = 'left') as n_left,
  count(*) filter (side = 'right') as n_right,
  count(*) filter (side = 'midline') as n_midline,
  count(*) filter (side = 'left' and side_stated) as n_left_stated,
  count(*) filter (side = 'right' and side_stated) as n_right_stated,
  case
    when n_left_stated > 0 and n_right_stated > 0 then 'bilateral'
    when n_left_stated > 0 then 'left'
    when n_right_stated > 0 then 'right'
    when n_left > 0 and n_right > 0 then if(count(side_stated) > 0, 'not stated', null)
    when n_left > 0 then 'left'
    when n_right > 0 then 'right'
    when n_midline > 0 then 'midline'
  end as laterality,
  list(bbox_name order by bbox_name) as bbox_names
from affirmed
group by study_id, patient_id, category_id, label_name
