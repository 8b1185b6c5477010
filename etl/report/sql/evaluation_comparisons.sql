select matching, level,
  count(*) filter (outcome = 'tp') as tp,
  count(*) filter (outcome = 'fp') as fp,
  count(*) filter (outcome = 'fn') as fn,
  round(tp / nullif(tp + fp, 0), 4) as precision,
  round(tp / nullif(tp + fn, 0), 4) as recall,
  round(2 * tp / nullif(2 * tp + fp + fn, 0), 4) as f1
from evaluation_comparisons
group by matching, level
order by matching desc, level desc
