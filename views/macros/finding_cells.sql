-- finding_cells: The region × finding matrix, one cell a row
-- grain: image × region × finding, for every combination of the chosen regions and the findings of `labels`
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). relation by rule: last_mention,
--   last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict); NULL is not mentioned, which is
--   no denial. Filter on patient_id or image_id: the whole matrix has 2,200 cells an image at 29 regions
-- tie-break: those of region_findings
-- source: AnaXNet 18 × 9, MedVQA, M3/M4 29 × 69
-- columns:
--   image_id: the image
--   study_id: the study
--   patient_id: the patient
--   bbox_name: the region
--   category_id: category of the finding
--   label_name: the finding
--   relation: yes, no, conflict (rule state only), or NULL: not mentioned
create macro main.finding_cells(regions := 29, rule := 'last_mention') as table
with chosen_regions as (
  select bbox_name
  from main.regions as r
  where case regions
    when 18 then in_anaxnet_18
    when 26 then in_gold_26
    when 29 then in_29
    when 36 then has_bbox
    else error('finding_cells: expected regions := 18, 26, 29 or 36')
  end
),
chosen_labels as (
  select category_id, label_name
  from main.labels
  where not coalesce(is_cue, false)
),
mentioned as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name,
    case rule
      when 'last_mention' then last_mention
      when 'last_mention_final' then last_mention_final
      when 'any_yes' then if(any_yes, 'yes', 'no')
      when 'state' then state
      else error('finding_cells: expected rule := last_mention, last_mention_final, any_yes or state')
    end as relation
  from main.region_findings
)
select image_id, study_id, patient_id, bbox_name, category_id, label_name, relation
from main.images
cross join chosen_regions
cross join chosen_labels
left join mentioned using (image_id, study_id, patient_id, bbox_name, category_id, label_name)
