-- matrix_values: The matrix itself
-- one row per {{row}}, in the order of the warehouse: 1 affirmed, 0 denied, NULL not mentioned; the mask has 1 where the value is not NULL
select {{columns}}
from matrix_cells
{{regions}}
{{order}}
