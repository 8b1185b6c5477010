-- rdf_annotations: Locations of a study and their findings, as nodes of the enriched RDF
-- grain: study × bbox_name × category_id × label_name; a location without findings has one row without
-- rule: the findings of report_findings (last mention). A node is name|CUI, several CUIs joined by ;;
-- tie-break: that of report_findings; CUIs are the longest list that the study has for a name, then the greatest
-- source: study_level_attribute_rdfgraphs.json
-- columns:
--   study_id: the study
--   patient_id: the patient
--   bbox_name: the region
--   location: node of the region
--   category_id: category of the finding; NULL without one, and so are all that follow
--   label_name: the finding
--   finding: node of the finding
--   relation: yes or no: the last mention
with locations as (
  select study_id, patient_id, bbox_name,
    bbox_name || '|' || array_to_string(max({n: len(cuis), cuis: cuis}).cuis, ';;') as location
  from main.object_phrases
  group by study_id, patient_id, bbox_name
),
findings as (
  select study_id, patient_id, category_id, label_name,
    label_name || '|' || array_to_string(max({n: len(cuis), cuis: cuis}).cuis, ';;') as finding
  from main.object_attributes
  group by study_id, patient_id, category_id, label_name
)
select study_id, patient_id, bbox_name, location, category_id, label_name, finding, relation
from locations
left join main.report_findings using (study_id, patient_id, bbox_name)
left join findings using (study_id, patient_id, category_id, label_name)
