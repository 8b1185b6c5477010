-- Which regions most often carry pneumothorax, and how often is it explicitly denied?
-- denominator: studies whose report mentions pneumothorax for the region; a study that does not is in neither column
-- trap: counting rows of region_findings instead counts a study once for each of its images
select bbox_name,
  count(*) filter (relation = 'yes') as n_yes,
  count(*) filter (relation = 'no') as n_no
from report_findings
where label_name = 'pneumothorax'
group by bbox_name
order by n_yes desc, n_no desc, bbox_name
