select reason, split, n_images, n_patients
from reconciliation
order by reason, split nulls first
