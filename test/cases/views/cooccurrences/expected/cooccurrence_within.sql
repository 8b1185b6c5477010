from cooccurrence_within('train') order by level, label_a
