-- image_findings: Findings of an image, from any region
-- grain: image × category_id × label_name
-- rule: yes when the last mention of any region is yes (region_findings.last_mention), else no. What no region mentions has no row.
--   The report speaks of the study: its images repeat its labels, so count studies, not images
-- tie-break: yes over no between regions; within a region that of region_findings
-- source: the two-step roll-up of the projects that label whole images: by region first, then any region
-- stored: by image, category_id, label_name
-- columns:
--   image_id, study_id, patient_id, category_id, label_name
--   relation: yes or no
--   n_regions_yes, n_regions_no, is_finding
select image_id, study_id, patient_id, category_id, label_name,
  if(bool_or(last_mention = 'yes'), 'yes', 'no') as relation,
  count(*) filter (last_mention = 'yes') as n_regions_yes,
  count(*) filter (last_mention = 'no') as n_regions_no,
  is_finding(category_id) as is_finding
from main.region_findings
group by image_id, study_id, patient_id, category_id, label_name
