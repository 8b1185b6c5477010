-- affirmed_bboxes_across_attributes_report_level: Regions of findings that gold or graphs affirm, and how often both do
-- grain: bbox_name of which gold or the graphs affirm anything in a first gold exam
-- rule: outcomes of affirmed findings of reports (evaluation_findings), over all findings; the verdicts are among them. freq is TP + FN.
--   Columns are named as in the file of the release; SQL writes the last one with double quotes
-- tie-break: none
-- source: columns of the release's affirmed_bboxes_across_attributes_report_level.csv; Table 4 of the dataset page
-- columns:
--   bbox_name
--   freq: times that gold affirms a finding of it: findings of reports
--   TP: of these, those that the graphs affirm
--   FN: of these, those that the graphs do not affirm
--   FP: times that the graphs affirm one and gold does not
--   precision: TP / (TP + FP); NULL where that is 0
--   recall: TP / (TP + FN); NULL where that is 0
--   f1-score: 2 TP / (2 TP + FP + FN)
with counted as (
  select bbox_name,
    count(*) filter (outcome = 'tp')::integer as tp,
    count(*) filter (outcome = 'fn')::integer as fn,
    count(*) filter (outcome = 'fp')::integer as fp
  from main.evaluation_findings
  where level = 'report' and relation = 'yes'
  group by bbox_name
)
select bbox_name, tp + fn as freq, tp as "TP", fn as "FN", fp as "FP",
  tp / nullif(tp + fp, 0) as precision,
  tp / nullif(tp + fn, 0) as recall,
  2 * tp / (2 * tp + fp + fn) as "f1-score"
from counted
