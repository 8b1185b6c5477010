-- affirmed_attributes_eval4paper: Findings that gold or graphs affirm, and how often both do
-- grain: attribute that gold or the graphs affirm in a first gold exam
-- rule: outcomes of affirmed findings of reports (evaluation_findings), over all regions; the verdicts are among them. freq is TP + FN.
--   Columns are named as in the file of the release; SQL writes the last one with double quotes
-- tie-break: none
-- source: columns of the release's affirmed_attributes_eval4paper.csv; how it counts is not public
-- columns:
--   attribute: the finding (label_name)
--   freq: times that gold affirms it: regions of reports
--   TP: of these, those that the graphs affirm
--   FN: of these, those that the graphs do not affirm
--   FP: times that the graphs affirm it and gold does not
--   precision: TP / (TP + FP); NULL where that is 0
--   recall: TP / (TP + FN); NULL where that is 0
--   f1-score: 2 TP / (2 TP + FP + FN)
with counted as (
  select label_name as attribute,
    count(*) filter (outcome = 'tp')::integer as tp,
    count(*) filter (outcome = 'fn')::integer as fn,
    count(*) filter (outcome = 'fp')::integer as fp
  from main.evaluation_findings
  where level = 'report' and relation = 'yes'
  group by label_name
)
select attribute, tp + fn as freq, tp as "TP", fn as "FN", fp as "FP",
  tp / nullif(tp + fp, 0) as precision,
  tp / nullif(tp + fn, 0) as recall,
  2 * tp / (2 * tp + fp + fn) as "f1-score"
from counted
