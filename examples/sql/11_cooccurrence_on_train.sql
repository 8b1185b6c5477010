-- The twenty findings that go together most within a region on train, by lift
-- denominator: all (study, region) of train that a report describes (n_total)
-- trap: lift is unstable where support is small, so the support must be at least 2 and 3 in 10,000 units (about 500 on the
--   release); adjacency that a model uses must not come from test
select label_a, label_b, support, n_total, round(p_b_given_a, 3) as p_b_given_a, round(lift, 3) as lift
from cooccurrence_within('train')
where level = 'region' and support >= 2 and support >= 0.0003 * n_total
order by lift desc, support desc, label_a, label_b
limit 20
