-- rdf_edges: The enriched RDF of a study as rows
-- grain: study × edge
-- rule: the findings of rdf_annotations: a study has its locations; a location has its findings, affirmed
--   (<category>_annotation) or denied (NOT_<category>_annotation); affirmed findings of one location are tied to each other as
--   parent and child, nearest parents of the ontology, in both directions (p2c, c2p)
-- tie-break: that of rdf_annotations
-- source: study_level_attribute_rdfgraphs.json: its node types and families of relation names; how exactly it spells the names
--   is not public, so they are spelt such that readers who look for NOT, annotation, p2c and c2p find them. Reasons for the
--   exam are no edges
-- columns:
--   study_id: the study
--   patient_id: the patient
--   subject: node, name|CUI
--   subject_type: location, or <category>_annotation
--   object: node, name|CUI, or the study_id
--   object_type: location, <category>_annotation, or study_id
--   relation: has_location, <category>_annotation, NOT_<category>_annotation, p2c or c2p
with families as (
  select distinct study_id, patient_id,
    parent.finding as parent, parent.category_id || '_annotation' as parent_type,
    child.finding as child, child.category_id || '_annotation' as child_type
  from main.rdf_annotations as child
  join main.rdf_annotations as parent using (study_id, patient_id, bbox_name)
  join main.ontology on kind = 'finding' and depth = 1 and ontology.child = child.label_name and ancestor = parent.label_name
  where child.relation = 'yes' and parent.relation = 'yes'
)
select distinct study_id, patient_id,
  location as subject, 'location' as subject_type,
  study_id::varchar as object, 'study_id' as object_type,
  'has_location' as relation
from main.rdf_annotations
union all
select study_id, patient_id,
  finding, category_id || '_annotation',
  location, 'location',
  if(relation = 'no', 'NOT_', '') || category_id || '_annotation'
from main.rdf_annotations
where finding is not null
union all
select study_id, patient_id,
  unnest([parent, child]), unnest([parent_type, child_type]),
  unnest([child, parent]), unnest([child_type, parent_type]),
  unnest(['p2c', 'c2p'])
from families
