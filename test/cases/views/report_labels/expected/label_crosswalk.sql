from label_crosswalk where report_label in ('Pleural Effusion', 'Cardiomegaly') order by report_label, label_name
