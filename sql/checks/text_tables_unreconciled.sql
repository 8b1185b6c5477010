-- Text tables whose physical lines are not the rows loaded and rejected and the other lines
-- severity: error
select input, path, n_lines
from input_files
where n_lines <> n_rows + n_rejected + n_header_lines + n_blank_lines + n_continuation_lines
