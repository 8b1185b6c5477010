-- names_place: Whether a sentence names a place, of either side
-- grain: scalar: one sentence and one place, a bbox_name without its side
-- rule: it has the words of place_pattern; the apex of the heart is no apex of the lung. NULL for a place that is not listed, and without text
-- tie-break: none
-- source: see place_pattern
-- columns:
create macro main.names_place(phrase, place) as case place
  when 'apical zone' then regexp_matches(phrase, place_pattern('apical zone'))
    and regexp_matches(regexp_replace(phrase, '(?i)\b(?:cardiac|heart|ventricular)\s+ap(?:ex|ical)\b|\bapex\s+of\s+the\s+heart\b', '', 'g'), place_pattern('apical zone'))
  when 'upper lung zone' then regexp_matches(phrase, place_pattern('upper lung zone'))
  when 'mid lung zone' then regexp_matches(phrase, place_pattern('mid lung zone'))
  when 'lower lung zone' then regexp_matches(phrase, place_pattern('lower lung zone'))
  when 'hilar structures' then regexp_matches(phrase, place_pattern('hilar structures'))
  when 'costophrenic angle' then regexp_matches(phrase, place_pattern('costophrenic angle'))
  when 'cardiophrenic angle' then regexp_matches(phrase, place_pattern('cardiophrenic angle'))
  when 'hemidiaphragm' then regexp_matches(phrase, place_pattern('hemidiaphragm'))
  when 'cardiac silhouette' then regexp_matches(phrase, place_pattern('cardiac silhouette'))
  when 'clavicle' then regexp_matches(phrase, place_pattern('clavicle'))
  when 'shoulder' then regexp_matches(phrase, place_pattern('shoulder'))
  when 'arm' then regexp_matches(phrase, place_pattern('arm'))
  when 'breast' then regexp_matches(phrase, place_pattern('breast'))
  when 'chest wall' then regexp_matches(phrase, place_pattern('chest wall'))
  when 'upper abdomen' then regexp_matches(phrase, place_pattern('upper abdomen'))
  when 'atrium' then regexp_matches(phrase, place_pattern('atrium'))
end
