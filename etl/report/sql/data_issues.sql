select code, severity, count(*) as n_rows, count(distinct image_id) as n_images
from data_issues
group by code, severity
order by n_rows desc, code, severity
