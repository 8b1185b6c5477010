select image_id, study_id, patient_id, entry_index, object_id, bbox_name, region_cuis as cuis, umls_name, is_described,
  phrase_index, phrase_id, sent_loc, section, comparison_cues, temporal_cues, severity_cues, texture_cues
from sentences
