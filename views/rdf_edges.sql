-- rdf_edges: The enriched RDF of a study as rows
-- grain: study × edge
-- rule: the findings of report_findings (last mention). A study has its locations; a location has its findings, affirmed
--   (<category>_annotation) or denied (NOT_<category>_annotation); affirmed findings of one location are tied to each other as
--   parent and child, nearest parents of the ontology, in both directions (p2c, c2p). Nodes are name|CUI, several CUIs joined by ;;
-- tie-break: that of report_findings; CUIs are the longest list that the study has for a name, then the greatest
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
with location_nodes as not materialized ( -- a filter on a patient reaches the tables so
  select study_id, patient_id, bbox_name,
    bbox_name || '|' || array_to_string(max({n: len(cuis), cuis: cuis}).cuis, ';;') as location
  from main.object_phrases
  group by study_id, patient_id, bbox_name
),
finding_nodes as (
  select study_id, patient_id, category_id, label_name,
    label_name || '|' || array_to_string(max({n: len(cuis), cuis: cuis}).cuis, ';;') as finding
  from main.object_attributes
  group by study_id, patient_id, category_id, label_name
),
annotations as not materialized (
  select study_id, patient_id, bbox_name, label_name, category_id || '_annotation' as finding_type,
    relation, finding, location
  from main.report_findings
  join finding_nodes using (study_id, patient_id, category_id, label_name)
  join location_nodes using (study_id, patient_id, bbox_name)
),
families as (
  select distinct study_id, patient_id,
    parent.finding as parent, parent.finding_type as parent_type,
    child.finding as child, child.finding_type as child_type
  from annotations as child
  join main.ontology on kind = 'finding' and depth = 1 and ontology.child = child.label_name
  join annotations as parent using (study_id, patient_id, bbox_name)
  where child.relation = 'yes' and parent.relation = 'yes' and parent.label_name = ancestor
)
select study_id, patient_id,
  location as subject, 'location' as subject_type,
  study_id::varchar as object, 'study_id' as object_type,
  'has_location' as relation
from location_nodes
union all
select study_id, patient_id, finding, finding_type, location, 'location',
  if(relation = 'no', 'NOT_', '') || finding_type
from annotations
union all
select study_id, patient_id,
  unnest([parent, child]), unnest([parent_type, child_type]),
  unnest([child, parent]), unnest([child_type, parent_type]),
  unnest(['p2c', 'c2p'])
from families
