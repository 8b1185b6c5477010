from region_finding_lists(29, 'last')
