select study_id, resolved_findings, improved from patient_history(10000001)
