from finding_cells(regions := 17)
