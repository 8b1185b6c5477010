from region_findings_by('last')
