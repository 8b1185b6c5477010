-- cooccurrence_within: Co-occurrences of findings within one split
-- grain: level × label_a × label_b
-- rule: the rows of cooccurrences for the units of that split that have the least support or more; cooccurrence_within(null) gives those of all
--   units. Rank what is_supported and not is_ancestor, else single pairs and parents with their children lead
-- tie-break: none
-- source: AnaXNet; adjacency for training must come from train, never from test
-- columns:
--   level: region or study
--   label_a: a finding
--   label_b: another finding
--   support: units that affirm both
--   n_a: units that affirm label_a
--   n_b: units that affirm label_b
--   n_total: all units of the level in the split
--   jaccard: support / units that affirm either
--   p_b_given_a: support / n_a
--   lift: p_b_given_a / (n_b / n_total)
--   is_ancestor: one of the two includes the other (ontology)
--   is_supported: support is at least 2 and at least 3 in 10,000 units
create macro main.cooccurrence_within(split_name, least_support := 1) as table
select * exclude (split)
from main.cooccurrences
where split is not distinct from split_name
  and support >= least_support
