select reason, split, n_images, n_patients, explanation
from reconciliation
order by n_images desc, reason, split
