-- Endotracheal tube affirmed, but linked to no airway region: candidates for misses of the text pipeline
-- denominator: none; a list of studies
-- trap: the regions must be gathered before the airway is looked for, else every other region of a good study is a hit
select study_id, list(bbox_name order by bbox_name) as bbox_names
from report_findings
where label_name = 'endotracheal tube' and relation = 'yes'
group by study_id
having not list_has_any(bbox_names, ['carina', 'trachea'])
order by study_id
