-- place_pattern: The words that name a place, of either side
-- grain: scalar: one place, a bbox_name without its side
-- rule: a regular expression; patterns may be joined by |. By the words of reports: upper, mid or middle and lower with lobe, lung, zone or
--   field, also in a list (mid and lower lung zones), and RUL to LLL; lingula is a mid, base, basal, basilar and retrocardiac a lower zone;
--   apex, apices and apical; hilum and hilar with perihilar; costophrenic and cp angle; other places by their own names. Line breaks are
--   blanks. NULL for a place that is not listed
-- tie-break: none
-- source: the words of reports, as places of the lung were matched by those who published how often they are stated
-- columns:
create macro main.place_pattern(place) as case place
  when 'upper lung zone' then '(?i)\b(?:upper(?:[\s,/-]+(?:and|or|to|mid|middle|lower|lung))*[\s/-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ul)\b'
  when 'mid lung zone' then '(?i)\b(?:mid(?:dle)?(?:[\s,/-]+(?:and|or|to|upper|lower|lung))*[\s/-]*(?:lobes?|lobar|lungs?|zones?|fields?)|rml|lingular?)\b'
  when 'lower lung zone' then '(?i)\b(?:lower(?:[\s,/-]+(?:and|or|to|mid|middle|upper|lung))*[\s/-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ll|(?:bi-?)?bas(?:es?|al|ally|ilar)|retrocardiac)\b'
  when 'apical zone' then '(?i)\b(?:apex|(?:bi-?)?apic(?:es|al|ally))\b'
  when 'hilar structures' then '(?i)\b(?:(?:peri|para|supra|infra|bi)-?)?hil(?:um|a|us|ar)\b'
  when 'costophrenic angle' then '(?i)\b(?:costo-?(?:phrenic|diaphragmatic)|cp\s+(?:angles?|sulcus|sulci))\b'
  when 'cardiophrenic angle' then '(?i)\bcardio-?phrenic\b'
  when 'hemidiaphragm' then '(?i)\b(?:hemi-?)?diaphragm(?:s|atic)?\b'
  when 'cardiac silhouette' then '(?i)\b(?:heart|cardiac)\b'
  when 'clavicle' then '(?i)\bclavic(?:les?|ular)\b'
  when 'shoulder' then '(?i)\b(?:shoulders?|humer(?:us|al)|glenohumeral|acromioclavicular)\b'
  when 'arm' then '(?i)\barms?\b'
  when 'breast' then '(?i)\b(?:breasts?|nipples?)\b'
  when 'chest wall' then '(?i)\b(?:(?:chest|thoracic)\s+wall|ribs?|axillae?|axillary)\b'
  when 'upper abdomen' then '(?i)\b(?:upper\s+(?:abdomen|quadrant)|[rl]uq)\b'
  when 'atrium' then '(?i)\batri(?:um|al)\b'
end
