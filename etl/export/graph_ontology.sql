-- graph_ontology: Nearest parents of regions and findings
-- one row per kind, child and parent of the view ontology at depth 1: as the release has it, else the seed that ships with the project
create or replace temp table graph_ontology as
select kind, child, ancestor as parent, source as ontology, certainty
from main.ontology
where depth = 1
