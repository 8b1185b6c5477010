select explanation
from reconciliation
where reason = 'listed_to_avoid' and split = 'train'
