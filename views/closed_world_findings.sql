-- closed_world_findings: A closed world: what no sentence mentions is read as no
-- grain: image × bbox_name × category_id × label_name, for every pair of possible_findings; no rows where the release does not give them
-- rule: CLOSED WORLD: relation is that of regions_closed (last mention, with what children and parts imply), and `no` where nothing is said,
--   flagged by is_assumed. Silence is no denial anywhere else in this warehouse: report is_assumed with every number from here, or filter on
--   it. Pairs that possible_findings does not hold have no row
-- tie-break: that of regions_closed
-- source: mimic-cxr-vqa closes the world so over possible_attribute_of, with 0 for some 600 pairs of each image
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes or no
--   is_assumed: no sentence mentions it and nothing implies it: it is `no` by the closed world alone
with possible as (
  select bbox_name, category_id, label_name
  from main.possible_findings
  join main.labels using (label_name)
  where is_finding(category_id)
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  coalesce(relation, 'no') as relation,
  relation is null as is_assumed
from main.images
cross join possible
left join main.regions_closed using (image_id, study_id, patient_id, bbox_name, category_id, label_name)
