-- pair_progressions: How a finding of a region has changed between two images, by vote
-- grain: image × previous image × bbox_name × label_name
-- rule: the relations of the pair vote: only affirmed attributes and the three known comparisons, each relation once for a label and
--   comparison, so that a relation with two comparisons votes for both. No votes, no row
-- tie-break: none: without a majority strict_majority is NULL
-- source: pair extraction for MS-CXR-T keeps strict majorities; an ICU project drops what is not unanimous
-- stored: by image, previous_image_id, bbox_name, label_name
-- columns:
--   image_id: the current image
--   study_id: the current study
--   patient_id
--   previous_image_id: the previous image
--   previous_study_id: the previous study; where images has no such image, the greatest that relationship_ids name
--   study_datetime: time of the current study
--   previous_study_datetime: time of the previous study; NULL when images has no such image
--   bbox_name, label_name
--   n_improved: votes for improved
--   n_worsened: votes for worsened
--   n_no_change: votes for no change
--   strict_majority: the comparison with more than half of the votes, or NULL
--   unanimous: the comparison with all votes, or NULL
with votes as (
  select image_id, study_id, patient_id, previous_image_id,
    max(previous_study_id) as previous_study_id,
    any_value(study_datetime) as study_datetime,
    any_value(previous_study_datetime) as previous_study_datetime,
    bbox_name, label_name,
    count(distinct relationship_index) filter (comparison = 'improved') as n_improved,
    count(distinct relationship_index) filter (comparison = 'worsened') as n_worsened,
    count(distinct relationship_index) filter (comparison = 'no change') as n_no_change,
    n_improved + n_worsened + n_no_change as n_votes
  from main.comparisons
  where relation = 'yes' and comparison in ('improved', 'worsened', 'no change')
  group by image_id, study_id, patient_id, previous_image_id, bbox_name, label_name
)
select image_id, study_id, patient_id, previous_image_id, previous_study_id,
  study_datetime, previous_study_datetime, bbox_name, label_name,
  n_improved, n_worsened, n_no_change,
  case
    when 2 * n_improved > n_votes then 'improved'
    when 2 * n_worsened > n_votes then 'worsened'
    when 2 * n_no_change > n_votes then 'no change'
  end as strict_majority,
  case n_votes
    when n_improved then 'improved'
    when n_worsened then 'worsened'
    when n_no_change then 'no change'
  end as unanimous
from votes
