-- joined: The parts of a list at double semicolons
-- grain: scalar: one list
-- rule: C1 and C2 give C1;;C2; an empty list gives '' in every version of DuckDB (array_to_string gives NULL before 1.5), NULL gives NULL
-- tie-break: the order of the list
-- source: the dataset joins CUIs and comparisons so
-- columns:
create macro main.joined(parts) as if(len(parts) = 0, '', array_to_string(parts, ';;'))
