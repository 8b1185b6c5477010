select reason, split, n, unit, n_images, n_patients, explanation
from reconciliation
order by unit, n desc, reason, split
