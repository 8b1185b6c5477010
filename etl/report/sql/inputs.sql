select input, path, is_found, n_rows, n_rejected
from input_files
order by is_found desc, input, path
