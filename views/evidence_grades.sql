-- evidence_grades: How well is a finding of a region supported
-- grain: image × bbox_name × category_id × label_name of region_findings that is_finding
-- rule: reservations lists what speaks against using the row as it is, in this order: `no box` (box_status missing) or `clipped box`, `side not
--   stated` (side_stated is false: the side is the graph's default), `hedged`, `conflict` and `preliminary only`. evidence_grade is strong
--   without a reservation, fair with one, weak with more. What is not known (side_stated NULL) is no reservation
-- tie-break: those of region_findings
-- source: each reservation is a filter of some project: findings with a box, stated sides, no hedging, no conflict, the final report alone
-- columns:
--   image_id, study_id, patient_id, bbox_name, category_id, label_name
--   relation: yes or no: the last mention over all sections
--   box_status: ok; clipped when a usable box of the region is clipped; missing without a usable box (see region_boxes)
--   side_stated: a sentence that mentions it names the side of the region (states_side); NULL without text or side
--   is_hedged: the sentence of the last mention carries the cue severity|yes|hedge
--   is_conflict
--   is_preliminary_only: no sentence of section finalreport mentions it
--   reservations: what speaks against the row; [] when nothing does
--   evidence_grade: strong, fair or weak
with hedged as (
  select distinct image_id, study_id, patient_id, phrase_id as last_phrase_id, true as is_hedged
  from main.object_phrases
  where list_contains(cue_values(severity_cues), 'hedge')
),
graded as (
  select image_id, study_id, patient_id, bbox_name, category_id, label_name,
    last_mention as relation,
    case when list_contains(clipped_bbox_names, bbox_name) then 'clipped' when has_box then 'ok' else 'missing' end as box_status,
    side_stated,
    coalesce(is_hedged, false) as is_hedged,
    state = 'conflict' as is_conflict,
    last_mention_final is null as is_preliminary_only,
    list_filter([
      case box_status when 'missing' then 'no box' when 'clipped' then 'clipped box' end,
      if(not side_stated, 'side not stated', null),
      if(is_hedged, 'hedged', null),
      if(is_conflict, 'conflict', null),
      if(is_preliminary_only, 'preliminary only', null)
    ], lambda reservation: reservation is not null) as reservations
  from main.region_findings
  join main.image_boxes using (image_id, study_id, patient_id)
  left join hedged using (image_id, study_id, patient_id, last_phrase_id)
  where is_finding
)
select *,
  case len(reservations) when 0 then 'strong' when 1 then 'fair' else 'weak' end as evidence_grade
from graded
