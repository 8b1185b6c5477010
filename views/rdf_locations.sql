-- rdf_locations: Locations of a study as nodes of the enriched RDF
-- grain: study × bbox_name with a sentence
-- rule: a node is name|CUI, several CUIs joined by ;;
-- tie-break: the longest list of CUIs that the study has for the region, then the greatest
-- source: study_level_attribute_rdfgraphs.json
-- columns:
--   study_id, patient_id, bbox_name
--   location: its node
select study_id, patient_id, bbox_name,
  bbox_name || '|' || joined(max({n: len(cuis), cuis: cuis}).cuis) as location
from main.object_phrases
group by study_id, patient_id, bbox_name
