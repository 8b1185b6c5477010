select count(*) as n from finding_cells()
