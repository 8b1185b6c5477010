-- graph_region_parents: Edges from a region to the region of the same image that includes it
-- one row per region whose parent (graph_ontology) is in the graph, too
select regions.id as source, parents.id as target, regions.patient, regions.place, ontology, certainty
from graph_regions_chosen as regions
join graph_ontology on kind = 'region' and child = regions.bbox_name
join graph_regions_chosen as parents
  on parents.image_id = regions.image_id and parents.bbox_name = parent
