select list(category order by category) filter (is_finding(category)) as findings
from unnest(['anatomicalfinding', 'nlp', 'disease', 'technicalassessment', 'tubesandlines', 'device', 'severity', 'temporal', 'texture', 'laterality']) as known (category)
