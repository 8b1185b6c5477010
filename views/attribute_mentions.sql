-- attribute_mentions: Every mention of a finding, with its sentence, cues and box
-- grain: object_attributes row
-- rule: nothing is rolled up: a finding is here as often as sentences, regions and images repeat it. severity, temporal, texture and
--   comparison are the values of the affirmed cues of the sentence, not of this finding alone (see cue_findings)
-- tie-break: none
-- source: the attribute strings category|relation|label of the dataset, split at the first two |
-- columns:
--   image_id, study_id, patient_id, entry_index
--   object_id: as written; may name no row of objects
--   bbox_name, phrase_index, attribute_index, phrase_id, sent_loc, section, category_id
--   relation: yes or no; other values are kept here and count nowhere else
--   label_name
--   cuis: concept ids of the finding
--   comparison_cues, temporal_cues, severity_cues, texture_cues
--   severity: values of severity_cues, e.g. mild, hedge
--   temporal: values of temporal_cues, e.g. acute
--   texture: values of texture_cues, e.g. interstitial
--   comparison: values of comparison_cues, e.g. no change
--   phrase: the sentence as written; NULL in a build without text
--   viewpoint, study_order, side_stated, place_stated, has_box
select mentions.image_id, mentions.study_id, mentions.patient_id,
  entry_index, object_id, mentions.bbox_name, phrase_index, attribute_index,
  mentions.phrase_id, mentions.sent_loc, mentions.section, category_id, relation, label_name, mentions.cuis,
  comparison_cues, temporal_cues, severity_cues, texture_cues,
  cue_values(severity_cues) as severity,
  cue_values(temporal_cues) as temporal,
  cue_values(texture_cues) as texture,
  cue_values(comparison_cues) as comparison,
  phrase, viewpoint, study_order,
  states_side(phrase, side) as side_stated,
  states_place(phrase, mentions.bbox_name) as place_stated,
  list_contains(bbox_names, mentions.bbox_name) as has_box
from main.object_attributes as mentions
join main.images using (image_id, study_id, patient_id)
left join optional_inputs.phrases_if_given using (image_id, study_id, patient_id, phrase_id)
join main.regions using (bbox_name)
join main.image_boxes using (image_id, study_id, patient_id)
