select level, support, n_total from cooccurrence_within(null) where label_a = 'pneumonia' order by level
