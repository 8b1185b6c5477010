-- The twenty findings that go together most within a region on train, by lift
-- denominator: all (study, region) of train that a report describes (n_total)
-- trap: lift is unstable where support is small (is_supported asks for at least 2 and 3 in 10,000 units, about 500 on the release), and a
--   finding always goes with what includes it (is_ancestor); adjacency that a model uses must not come from test
select label_a, label_b, support, n_total, round(p_b_given_a, 3) as p_b_given_a, round(lift, 3) as lift
from cooccurrence_within('train')
where level = 'region' and is_supported and not is_ancestor
order by lift desc, support desc, label_a, label_b
limit 20
