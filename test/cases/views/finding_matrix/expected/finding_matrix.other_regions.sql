from finding_matrix(regions := 17)
