-- graph_labels: Findings and verdicts with the ids of their nodes
-- one row per category and label
create or replace temp table graph_labels as
select graph_text(category_id || '|' || label_name) as id, category_id, label_name, cuis
from main.labels
