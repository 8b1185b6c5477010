select label_name, cue_value, n_findings, n_leaf_findings, is_ambiguous
from cue_findings
order by label_name
