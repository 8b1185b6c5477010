select level, label_a, label_b, support, is_ancestor, is_supported
from cooccurrences
where split is null and label_a in ('consolidation', 'lung opacity') and label_b in ('consolidation', 'lung opacity')
order by level, label_a
