-- finding_cells: The region × finding matrix, one cell a row
-- grain: image × region × finding, for every combination of the chosen regions and the findings of `labels`
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). relation by rule: last_mention,
--   last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict); NULL is not mentioned, which is
--   no denial. Filter on patient_id or image_id: the whole matrix has 2,200 cells an image at 29 regions
-- tie-break: those of region_findings
-- source: AnaXNet 18 × 9, MedVQA, M3/M4 29 × 69
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes, no, conflict (rule state only), or NULL: not mentioned
create macro main.finding_cells(regions := 29, rule := 'last_mention') as table
with chosen_labels as (
  select category_id, label_name
  from main.labels
  where is_finding(category_id)
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name, relation
from main.images
cross join chosen_regions(regions)
cross join chosen_labels
left join region_findings_by(rule) using (image_id, study_id, patient_id, bbox_name, category_id, label_name)
