-- image_labels: Labels of an image from any of its regions, by every polarity rule
-- grain: image × category_id × label_name
-- rule: two steps: each region by the rule of its column (region_findings), then yes if any region says yes, else no;
--   a label that no region mentions has no row. The report speaks of the study: its images repeat its labels, so count
--   studies, not images
-- tie-break: that of region_findings; yes over no between regions
-- source: any yes: MedVQA, ChEX; last mention: the dataset's own utility, mimic-cxr-vqa, EHRXQA
-- columns:
--   image_id, study_id, patient_id, category_id, label_name
--   any_yes: any sentence about any region affirms it
--   last_mention: yes when the last mention of any region does, else no; the relation of image_findings
--   last_mention_final: the same over section finalreport only; NULL when that does not mention it
--   state: yes or no when all sentences about all regions agree, else conflict
--   n_regions: regions that mention it
--   bbox_names_yes: regions whose last mention affirms it, sorted; [] when there are none
select image_id, study_id, patient_id, category_id, label_name,
  bool_or(any_yes) as any_yes,
  case when bool_or(last_mention = 'yes') then 'yes' else 'no' end as last_mention,
  case
    when bool_or(last_mention_final = 'yes') then 'yes'
    when count(last_mention_final) > 0 then 'no'
  end as last_mention_final,
  case when bool_and(state = 'yes') then 'yes' when bool_and(state = 'no') then 'no' else 'conflict' end as state,
  count(*) as n_regions,
  coalesce(list(bbox_name order by bbox_name) filter (last_mention = 'yes'), []) as bbox_names_yes
from main.region_findings
group by image_id, study_id, patient_id, category_id, label_name
