from finding_matrix(regions := null)
