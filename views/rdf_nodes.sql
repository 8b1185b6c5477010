-- rdf_nodes: Findings and verdicts of a study as nodes of the enriched RDF
-- grain: study × category_id × label_name that the study mentions
-- rule: a node is name|CUI, several CUIs joined by ;;. Findings (is_finding) and the verdicts of category nlp; cues are no nodes
-- tie-break: the longest list of CUIs that the study has for the finding, then the greatest
-- source: study_level_attribute_rdfgraphs.json
-- columns:
--   study_id, patient_id, category_id, label_name
--   annotation: its node
--   type: its type, <category>_annotation
select study_id, patient_id, category_id, label_name,
  label_name || '|' || joined(max({n: len(cuis), cuis: cuis}).cuis) as annotation,
  category_id || '_annotation' as type
from main.object_attributes
where category_id = 'nlp' or is_finding(category_id)
group by study_id, patient_id, category_id, label_name
