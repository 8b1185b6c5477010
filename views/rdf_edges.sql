-- rdf_edges: The enriched RDF of a study as rows
-- grain: study × edge
-- rule: the findings of report_findings (last mention): a study has its locations; a location has its findings and verdicts, affirmed
--   (<category>_annotation) or denied (NOT_<category>_annotation); affirmed findings of one location are tied to each other as
--   parent and child, nearest parents of the ontology, in both directions (p2c, c2p)
-- tie-break: that of report_findings; nodes are those of rdf_locations and rdf_nodes
-- source: study_level_attribute_rdfgraphs.json: its node types and families of relation names; how exactly it spells the names
--   is not public, so they are spelt such that readers who look for NOT, annotation, p2c and c2p find them. Reasons for the
--   exam are no edges
-- columns:
--   study_id, patient_id
--   subject: node, name|CUI
--   subject_type: location, or <category>_annotation
--   object: node, name|CUI, or the study_id
--   object_type: location, <category>_annotation, or study_id
--   relation: has_location, <category>_annotation, NOT_<category>_annotation, p2c or c2p
with families as (
  select distinct study_id, patient_id,
    parent.category_id as parent_category, parent.label_name as parent_name,
    child.category_id as child_category, child.label_name as child_name
  from main.report_findings as child
  join main.report_findings as parent using (study_id, patient_id, bbox_name)
  join main.ontology on kind = 'finding' and depth = 1 and ontology.child = child.label_name and ancestor = parent.label_name
  where child.relation = 'yes' and parent.relation = 'yes'
)
select study_id, patient_id,
  location as subject, 'location' as subject_type,
  study_id::varchar as object, 'study_id' as object_type,
  'has_location' as relation
from main.rdf_locations
union all
select study_id, patient_id,
  annotation, type,
  location, 'location',
  if(relation = 'no', 'NOT_', '') || type
from main.report_findings
join main.rdf_nodes using (study_id, patient_id, category_id, label_name)
join main.rdf_locations using (study_id, patient_id, bbox_name)
union all
select families.study_id, families.patient_id,
  unnest([parent.annotation, child.annotation]), unnest([parent.type, child.type]),
  unnest([child.annotation, parent.annotation]), unnest([child.type, parent.type]),
  unnest(['p2c', 'c2p'])
from families
join main.rdf_nodes as parent
  on parent.study_id = families.study_id and parent.patient_id = families.patient_id
  and parent.category_id = parent_category and parent.label_name = parent_name
join main.rdf_nodes as child
  on child.study_id = families.study_id and child.patient_id = families.patient_id
  and child.category_id = child_category and child.label_name = child_name
