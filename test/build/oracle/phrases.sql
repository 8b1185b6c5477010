select image_id, study_id, patient_id, phrase_id, sent_loc, section, phrase
from sentences
qualify row_number() over (partition by image_id, phrase_id order by entry_index, phrase_index) = 1
