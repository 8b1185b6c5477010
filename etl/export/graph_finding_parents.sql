-- graph_finding_parents: Edges from a finding to the finding that includes it
-- one row per patient and two findings that are parent (graph_ontology) and child, and both in the graph
with findings as (
  select distinct patient, target as id, label_name
  from graph_mentions_chosen
)
select findings.id as source, parents.id as target, findings.patient, ontology, certainty
from findings
join graph_ontology on kind = 'finding' and child = findings.label_name
join findings as parents on parents.patient = findings.patient and parents.label_name = parent
