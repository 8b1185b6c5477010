-- graph_findings: Findings and verdicts as nodes
-- one row per patient and finding that an edge leads to
with mentioned as (
  select distinct patient, target
  from graph_mentions_chosen
)
select id, patient, category_id, label_name, cuis
from mentioned
join graph_labels on id = target
