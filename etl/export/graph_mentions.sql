-- graph_mentions: Edges from a region to what the report affirms or denies of it
-- one row per row of graph_mentions_chosen whose last mention says {{relation}}
select *
from graph_mentions_chosen
where last_mention = '{{relation}}'
