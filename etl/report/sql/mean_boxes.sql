with sums as (
  select bbox_name,
    count(*)::hugeint as n,
    sum(x1) as x1, sum(y1) as y1, sum(x2) as x2, sum(y2) as y2,
    sum(x1 * x1) as xx1, sum(y1 * y1) as yy1, sum(x2 * x2) as xx2, sum(y2 * y2) as yy2
  from region_boxes
  group by bbox_name
)
select bbox_name, n as n_boxes,
  round(x1 / n, 1) as mean_x1,
  round(y1 / n, 1) as mean_y1,
  round(x2 / n, 1) as mean_x2,
  round(y2 / n, 1) as mean_y2,
  round(sqrt(n * xx1 - x1 * x1) / n, 1) as sd_x1,
  round(sqrt(n * yy1 - y1 * y1) / n, 1) as sd_y1,
  round(sqrt(n * xx2 - x2 * x2) / n, 1) as sd_x2,
  round(sqrt(n * yy2 - y2 * y2) / n, 1) as sd_y2
from sums
order by regexp_replace(bbox_name, '^(left|right) ', ''), bbox_name desc
limit 60
