from finding_cells(regions := null)
