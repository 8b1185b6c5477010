-- How many (image, region, finding) cells differ between any yes and last mention, by label?
-- denominator: mentioned cells
-- trap: both rules are in papers, neither is named; only where n_differ is 0 is it safe not to say which
select label_name,
  count(*) as n_cells,
  count(*) filter (any_yes <> (last_mention = 'yes')) as n_differ,
  n_differ / n_cells as share
from region_findings
where is_finding
group by label_name
order by share desc, n_cells desc, label_name
