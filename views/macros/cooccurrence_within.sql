-- cooccurrence_within: Co-occurrences of findings within one split
-- grain: level × label_a × label_b
-- rule: the rows of cooccurrences for the units of that split; cooccurrence_within(null) gives those of all units
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
create macro main.cooccurrence_within(split_name) as table
select * exclude (split)
from main.cooccurrences
where split is not distinct from split_name
