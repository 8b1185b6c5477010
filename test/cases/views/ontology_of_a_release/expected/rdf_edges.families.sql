select subject, object, relation
from rdf_edges
where relation in ('p2c', 'c2p')
order by all
