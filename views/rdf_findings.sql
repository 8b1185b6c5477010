-- rdf_findings: Findings of a study as nodes of the enriched RDF
-- grain: study × category_id × label_name that the study mentions
-- rule: a node is name|CUI, several CUIs joined by ;;
-- tie-break: the longest list of CUIs that the study has for the finding, then the greatest
-- source: study_level_attribute_rdfgraphs.json
-- columns:
--   study_id, patient_id, category_id, label_name
--   finding: its node
--   type: its type, <category>_annotation
select study_id, patient_id, category_id, label_name,
  label_name || '|' || array_to_string(max({n: len(cuis), cuis: cuis}).cuis, ';;') as finding,
  category_id || '_annotation' as type
from main.object_attributes
group by study_id, patient_id, category_id, label_name
