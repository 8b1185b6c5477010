-- region_abnormalities: Is a described region abnormal, by both definitions
-- grain: image × bbox_name with at least one sentence; a region without a sentence has no row, and is not normal
-- rule: over all sections. By the nlp rule a region is abnormal when any sentence says nlp|yes|abnormal; by the finding
--   rule when any sentence affirms an anatomicalfinding or a disease (tubes, devices and technical remarks are none)
-- tie-break: none; any affirmation counts, whatever is denied later
-- source: nlp rule: rgrg and its forks; finding rule: an earlier variant of rgrg
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   is_described: the region's own key says true in at least one entry; NULL where no entry has the key
--   is_abnormal_nlp: the nlp rule; false means that no sentence says abnormal, even where none says normal
--   is_normal_nlp: any sentence says nlp|yes|normal; may be true together with is_abnormal_nlp
--   is_abnormal_finding: the finding rule
--   n_findings_yes: distinct findings that the finding rule counts
--   has_box
with described as (
  select image_id, study_id, patient_id, bbox_name, bool_or(is_described) as is_described
  from main.object_phrases
  group by all
),
affirmed as (
  select image_id, study_id, patient_id, bbox_name,
    bool_or(category_id = 'nlp' and label_name = 'abnormal') as says_abnormal,
    bool_or(category_id = 'nlp' and label_name = 'normal') as says_normal,
    count(distinct (category_id, label_name))
      filter (category_id in ('anatomicalfinding', 'disease')) as n_findings_yes
  from main.object_attributes
  where relation = 'yes'
  group by all
)
select image_id, study_id, patient_id, bbox_name, is_described,
  coalesce(says_abnormal, false) as is_abnormal_nlp,
  coalesce(says_normal, false) as is_normal_nlp,
  coalesce(n_findings_yes, 0) > 0 as is_abnormal_finding,
  coalesce(n_findings_yes, 0) as n_findings_yes,
  list_contains(bbox_names, bbox_name) as has_box
from described
left join affirmed using (image_id, study_id, patient_id, bbox_name)
join main.image_boxes using (image_id, study_id, patient_id)
