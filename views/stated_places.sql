-- stated_places: Whether a sentence itself names the side and the place that the graph puts it on
-- grain: image × bbox_name × phrase_id
-- rule: side_stated by states_side, place_stated by states_place, for regions with a side. A sentence without a side stands on both
--   lungs in the graph, and one without a place on the lung as a whole: such a region is a default, no observation
-- tie-break: none
-- source: published shares of stated sides and places; one project keeps findings of stated sides only
-- columns:
--   image_id, study_id, patient_id, bbox_name, phrase_id, side_stated, place_stated
select distinct image_id, study_id, patient_id, bbox_name, phrase_id,
  states_side(phrase, side) as side_stated,
  states_place(phrase, bbox_name) as place_stated
from main.object_phrases
join main.regions using (bbox_name)
left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
