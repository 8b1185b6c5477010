-- Attribute strings that differ from their phrase in what both repeat: region, sentence, section, cues
-- severity: error
-- scope: check
select image_id, entry_index, phrase_index, attribute_index
from object_attributes as attributes
join object_phrases as phrases using (image_id, entry_index, phrase_index)
where attributes.bbox_name is distinct from phrases.bbox_name
  or attributes.phrase_id is distinct from phrases.phrase_id
  or attributes.sent_loc is distinct from phrases.sent_loc
  or attributes.section is distinct from phrases.section
  or attributes.comparison_cues is distinct from phrases.comparison_cues
  or attributes.temporal_cues is distinct from phrases.temporal_cues
  or attributes.severity_cues is distinct from phrases.severity_cues
  or attributes.texture_cues is distinct from phrases.texture_cues
