-- chosen_categories: The regions of the preset as categories
-- one row per region, numbered from 1 by name
create or replace temp table chosen_categories as
select bbox_name, row_number() over (order by bbox_name)::integer as category_number
from chosen_regions({{regions}})
order by category_number
