-- finding_lists: The findings of the regions of an image, as lists
-- grain: row of images
-- rule: the lists have one element per row of region_findings that is_finding, in the same order: by bbox_name, category_id, label_name. An image
--   without a finding has empty lists. finding_matrix and finding_cells read them: a list is read where a join would have to be made
-- tie-break: those of region_findings
-- source: see region_findings
-- stored: by image
-- columns:
--   image_id, study_id, patient_id
--   bbox_names: the region of each finding
--   category_ids: its category
--   label_names: the finding
--   last_mentions: yes or no: last_mention
--   last_mentions_final: yes or no: last_mention_final; NULL where section finalreport does not mention it
--   states: yes, no or conflict: state
with gathered as (
  select image_id, study_id, patient_id,
    list_sort(list({
      bbox_name: bbox_name,
      category_id: category_id,
      label_name: label_name,
      last_mention: last_mention,
      last_mention_final: last_mention_final,
      state: state
    })) as findings
  from main.region_findings
  where is_finding
  group by image_id, study_id, patient_id
)
select image_id, study_id, patient_id,
  coalesce(list_transform(findings, lambda finding: finding.bbox_name), []) as bbox_names,
  coalesce(list_transform(findings, lambda finding: finding.category_id), []) as category_ids,
  coalesce(list_transform(findings, lambda finding: finding.label_name), []) as label_names,
  coalesce(list_transform(findings, lambda finding: finding.last_mention), []) as last_mentions,
  coalesce(list_transform(findings, lambda finding: finding.last_mention_final), []) as last_mentions_final,
  coalesce(list_transform(findings, lambda finding: finding.state), []) as states
from main.images
left join gathered using (image_id, study_id, patient_id)
