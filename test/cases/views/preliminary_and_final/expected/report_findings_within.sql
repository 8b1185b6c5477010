select bbox_name, label_name, relation from report_findings_within('prelimread') order by all
