from patient_history(10000001)
