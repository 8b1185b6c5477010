-- states_place: Whether a sentence names the place of a region
-- grain: scalar: one sentence and one bbox_name
-- rule: names_place of the region; for a whole lung any place below it counts: upper, mid or lower zone, apex, hilum, costophrenic angle.
--   NULL for a region without a side, and without text
-- tie-break: none; that the place is named on the same side is not asked, see states_side
-- source: the share of (region, finding) pairs whose place is stated was published by finding, from 81 % (atelectasis) to 10 %
--   (cardiomegaly)
-- columns:
create macro main.states_place(phrase, bbox_name) as case
  when not regexp_matches(bbox_name, '^(?:left|right) ') then null
  when bbox_name in ('left lung', 'right lung') then regexp_matches(phrase, concat_ws('|',
      place_pattern('upper lung zone'), place_pattern('mid lung zone'), place_pattern('lower lung zone'),
      place_pattern('hilar structures'), place_pattern('costophrenic angle')
    ))
    or names_place(phrase, 'apical zone')
  else names_place(phrase, regexp_replace(bbox_name, '^(?:left|right) ', ''))
end
