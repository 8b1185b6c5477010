from study_report(50000001)
