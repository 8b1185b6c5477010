select image_id, label_name from region_findings_by('state') order by all
