select child, ancestor, depth, source, certainty
from ontology
where kind = 'finding'
order by all
