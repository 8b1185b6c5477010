-- views/rdf_edges.sql in Spark SQL, written by `npm run spark`
-- digest: 16a4af94aaf4f0da
WITH families AS (
  SELECT DISTINCT
    study_id,
    patient_id,
    parent.category_id AS parent_category,
    parent.label_name AS parent_name,
    child.category_id AS child_category,
    child.label_name AS child_name
  FROM report_findings AS child
  JOIN report_findings AS parent
    USING (study_id, patient_id, bbox_name)
  JOIN ontology
    ON kind = 'finding'
    AND depth = 1
    AND ontology.child = child.label_name
    AND ancestor = parent.label_name
  WHERE
    child.relation = 'yes' AND parent.relation = 'yes'
)
SELECT
  study_id,
  patient_id,
  location AS subject,
  'location' AS subject_type,
  CAST(study_id AS STRING) AS object,
  'study_id' AS object_type,
  'has_location' AS relation
FROM rdf_locations
UNION ALL
SELECT
  study_id,
  patient_id,
  annotation,
  type,
  location,
  'location',
  IF(relation = 'no', 'NOT_', '') || type
FROM report_findings
JOIN rdf_nodes
  USING (study_id, patient_id, category_id, label_name)
JOIN rdf_locations
  USING (study_id, patient_id, bbox_name)
UNION ALL
SELECT
  families.study_id,
  families.patient_id,
  unnested.item_0,
  unnested.item_1,
  unnested.item_2,
  unnested.item_3,
  unnested.item_4
FROM families
JOIN rdf_nodes AS parent
  ON parent.study_id = families.study_id
  AND parent.patient_id = families.patient_id
  AND parent.category_id = parent_category
  AND parent.label_name = parent_name
JOIN rdf_nodes AS child
  ON child.study_id = families.study_id
  AND child.patient_id = families.patient_id
  AND child.category_id = child_category
  AND child.label_name = child_name
LATERAL VIEW
INLINE(
  ARRAYS_ZIP(
    COALESCE(ARRAY(parent.annotation, child.annotation), ARRAY()),
    COALESCE(ARRAY(parent.type, child.type), ARRAY()),
    COALESCE(ARRAY(child.annotation, parent.annotation), ARRAY()),
    COALESCE(ARRAY(child.type, parent.type), ARRAY()),
    COALESCE(ARRAY('p2c', 'c2p'), ARRAY())
  )
) unnested AS item_0, item_1, item_2, item_3, item_4
