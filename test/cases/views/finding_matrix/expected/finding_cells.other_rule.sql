from finding_cells(rule := 'last')
