select phrase_id, phrase, findings from study_report(50000001)
