from finding_matrix(rule := 'last')
