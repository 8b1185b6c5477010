-- graph_regions: Regions as nodes, and as edges from their image
-- one row per row of graph_regions_chosen
select *, image as source, id as target
from graph_regions_chosen
