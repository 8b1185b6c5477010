select stage, code, count(*) as n_rows
from quarantine
group by stage, code
order by n_rows desc, stage, code
