-- finding_cells: The region × finding matrix, one row per cell
-- grain: image × region × finding, for every combination of the chosen regions and the findings of `labels`
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). relation by rule: last_mention,
--   last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict); NULL is not mentioned, which is
--   no denial. Filter on patient_id or image_id: the whole matrix has 2,200 cells per image at 29 regions
-- tie-break: those of region_findings
-- source: AnaXNet 18 × 9, MedVQA, M3/M4 29 × 69
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes, no, conflict (rule state only), or NULL: not mentioned
create macro main.finding_cells(regions := 29, rule := 'last_mention') as table
with chosen as (
  select list({category_id: category_id, label_name: label_name} order by category_id, label_name) as findings
  from main.labels
  where is_finding(category_id)
),
cells as (
  select image_id, study_id, patient_id, bbox_name, relations,
    list_transform(label_names, lambda label_name, i: category_ids[i] || chr(10) || label_name) as mentioned,
    unnest(findings, max_depth := 2)
  from region_finding_lists(regions, rule)
  cross join chosen
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  relations[list_position(mentioned, category_id || chr(10) || label_name)] as relation
from cells
