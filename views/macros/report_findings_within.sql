-- report_findings_within: Findings of one section of a report: the last mention wins
-- grain: study × bbox_name × category_id × label_name
-- rule: the relation of the mention with the greatest sent_loc (a number; NULL is least), over all images of the study and the
--   section named, e.g. 'prelimread'; report_findings_within(null) takes all sections. Only yes and no count. What no
--   sentence mentions has no row
-- tie-break: yes over no at the same sent_loc; then the greatest phrase_id, then the greatest section (NULL is least)
-- source: the dataset page: the last relation of a report stands, as conclusions supersede
-- columns:
--   study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes or no: the last mention
--   n_yes, n_no, is_conflict, last_phrase_id, last_section, is_finding
create macro main.report_findings_within(section_name) as table
with sentences as (
  select study_id, patient_id, bbox_name, category_id, label_name, phrase_id,
    max(mention_place(sent_loc, relation, phrase_id, section)) as place,
    bool_or(relation = 'yes') as says_yes,
    bool_or(relation = 'no') as says_no
  from main.object_attributes
  where relation in ('yes', 'no')
    and (section_name is null or section = section_name)
  group by study_id, patient_id, bbox_name, category_id, label_name, phrase_id
)
select study_id, patient_id, bbox_name, category_id, label_name,
  max(place).relation as relation,
  count(phrase_id) filter (says_yes) as n_yes,
  count(phrase_id) filter (says_no) as n_no,
  n_yes > 0 and n_no > 0 as is_conflict,
  max(place).phrase_id as last_phrase_id,
  max(place).section as last_section,
  is_finding(category_id) as is_finding
from sentences
group by study_id, patient_id, bbox_name, category_id, label_name
