with pairs as materialized (
  select label_a, label_b, support, n_a, jaccard, lift, is_ancestor
  from cooccurrences
  where level = 'study' and split is null
),
common as (
  select label_a as label_name, any_value(n_a) as n
  from pairs
  group by label_a
  order by n desc, label_name
  limit 18
)
select label_a, label_b, support, round(jaccard, 4) as jaccard, round(lift, 2) as lift, is_ancestor
from pairs
join common as a on a.label_name = label_a
join common as b on b.label_name = label_b
where (a.n, label_b) > (b.n, label_a)
order by a.n desc, label_a, b.n desc, label_b
