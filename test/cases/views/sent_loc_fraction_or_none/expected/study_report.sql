select phrase_id, sent_loc from study_report(50000001)
