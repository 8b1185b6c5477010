select level, label_a, label_b, support from cooccurrence_within('train', least_support := 2) order by level, label_a
