-- progressions: What has become of a finding between two images: new, worse, stable, improved or resolved
-- grain: image × previous image × bbox_name × label_name; pairs are those that a report compares (pair_progressions), and the primary images
--   of consecutive studies (patient_sequences)
-- rule: presence decides first: no → yes of consecutive studies is new, yes → no resolved (finding_transitions); else the strict majority of the
--   pair's comparisons: worsened is worse, improved is improved, no change is stable (pair_progressions). Where neither says anything there is
--   no row: a finding that two reports affirm without a word on its course is not stable, and one that a report does not mention is not
--   resolved. Findings only (is_finding)
-- tie-break: those of finding_transitions and pair_progressions; without a majority and a change of presence no row
-- source: MS-CXR-T and its kind have three classes, from comparisons alone; new and resolved are derived from the gold set by one project
-- columns:
--   image_id: the current image
--   study_id: the current study
--   patient_id
--   previous_image_id: the previous image
--   previous_study_id: the previous study
--   bbox_name, label_name
--   progression: new, worse, stable, improved or resolved
--   rule: transition, where presence decides, or comparison
--   transition: new or resolved, of finding_transitions; NULL where presence does not change, or one of the studies does not mention it
--   strict_majority: improved, worsened or no change, of pair_progressions; NULL without one
--   is_contradicted: presence changes and the majority of comparisons says otherwise: unchanged, new and improved, or resolved and worsened
with pairs as (
  select sequences.patient_id, sequences.study_id, sequences.previous_study_id,
    sequences.primary_image_id as image_id, previous.primary_image_id as previous_image_id
  from main.patient_sequences as sequences
  join main.patient_sequences as previous
    on previous.patient_id = sequences.patient_id and previous.study_id = sequences.previous_study_id
  union
  select patient_id, study_id, previous_study_id, image_id, previous_image_id
  from main.pair_progressions
),
said as (
  select image_id, study_id, patient_id, previous_image_id, previous_study_id, bbox_name, label_name, transition,
    null::varchar as strict_majority
  from main.finding_transitions
  join pairs using (patient_id, study_id, previous_study_id)
  where transition in ('new', 'resolved') and is_finding
  union all
  select image_id, study_id, patient_id, previous_image_id, previous_study_id, bbox_name, label_name, null, strict_majority
  from main.pair_progressions
  semi join (select label_name from main.labels where is_finding(category_id)) using (label_name)
  where strict_majority is not null
),
joined as (
  select image_id, study_id, patient_id, previous_image_id, previous_study_id, bbox_name, label_name,
    min(transition) as transition,
    min(strict_majority) as strict_majority
  from said
  group by image_id, study_id, patient_id, previous_image_id, previous_study_id, bbox_name, label_name
)
select image_id, study_id, patient_id, previous_image_id, previous_study_id, bbox_name, label_name,
  coalesce(transition, case strict_majority when 'worsened' then 'worse' when 'no change' then 'stable' else 'improved' end)
    as progression,
  if(transition is null, 'comparison', 'transition') as rule,
  transition, strict_majority,
  coalesce(
    strict_majority = 'no change' and transition is not null
      or transition = 'new' and strict_majority = 'improved'
      or transition = 'resolved' and strict_majority = 'worsened',
    false
  ) as is_contradicted
from joined
