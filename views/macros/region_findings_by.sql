-- region_findings_by: Findings of a region of an image by one polarity rule
-- grain: image × bbox_name × category_id × label_name
-- rule: findings only (is_finding); relation by rule: last_mention, last_mention_final, any_yes (yes if any sentence affirms) or state (yes, no, conflict);
--   any other name is an error
-- tie-break: those of region_findings
-- source: see region_findings
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes, no, conflict (rule state only); NULL by rule last_mention_final where the final report does not mention it
create macro main.region_findings_by(rule) as table
select image_id, study_id, patient_id, bbox_name, category_id, label_name,
  case rule
    when 'last_mention' then last_mention
    when 'last_mention_final' then last_mention_final
    when 'any_yes' then if(any_yes, 'yes', 'no')
    when 'state' then state
    else error('expected rule := last_mention, last_mention_final, any_yes or state')
  end as relation
from main.region_findings
where is_finding
