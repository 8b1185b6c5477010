-- How many study-region findings change between the preliminary and the final read, by label?
-- denominator: (study, region, finding) that both reads mention; n_preliminary has those that only the first does, too
-- trap: report_findings takes the last mention over all sections, which is already the final read; and a finding that the
--   final read does not repeat has not been withdrawn
select label_name,
  count(*) as n_preliminary,
  count(final.relation) as n_both,
  count(*) filter (preliminary.relation <> final.relation) as n_changed,
  n_changed / nullif(n_both, 0) as share_changed
from report_findings_within('prelimread') as preliminary
left join report_findings_final as final using (study_id, bbox_name, category_id, label_name)
where preliminary.is_finding
group by label_name
order by share_changed desc nulls last, n_both desc, label_name
