-- region_finding_lists: The findings of each chosen region of an image by one polarity rule, as lists
-- grain: image × region, for every image and chosen region, described or not
-- rule: regions is 18 (AnaXNet), 26 (gold), 29 (published) or 36 (all with boxes). The lists have one element per row of region_findings of
--   the region that is_finding, by category_id, label_name; they are empty where no finding is mentioned. rule as in region_findings_by
-- tie-break: those of region_findings
-- source: see region_findings; finding_matrix and finding_cells give the same as columns and as rows
-- columns:
--   image_id, study_id, patient_id, bbox_name
--   category_ids: the category of each finding
--   label_names: the finding
--   relations: yes, no, conflict (rule state only); NULL by rule last_mention_final where the final report does not mention it
create macro main.region_finding_lists(regions, rule) as table
with chosen as (
  select list(bbox_name order by bbox_name) as chosen_bbox_names
  from chosen_regions(regions)
),
ruled as (
  select image_id, study_id, patient_id, bbox_names, category_ids, label_names,
    case rule
      when 'last_mention' then last_mentions
      when 'last_mention_final' then last_mentions_final
      when 'any_yes' then list_transform(states, lambda state: if(state = 'no', 'no', 'yes'))
      when 'state' then states
      else error('expected rule := last_mention, last_mention_final, any_yes or state')
    end as relations,
    unnest(chosen_bbox_names) as bbox_name
  from main.finding_lists
  cross join chosen
),
placed as (
  select *,
    coalesce(list_position(bbox_names, bbox_name), 1) as first_place,
    coalesce(len(bbox_names) - list_position(list_reverse(bbox_names), bbox_name) + 1, 0) as last_place
  from ruled
)
select image_id, study_id, patient_id, bbox_name,
  category_ids[first_place:last_place] as category_ids,
  label_names[first_place:last_place] as label_names,
  relations[first_place:last_place] as relations
from placed
