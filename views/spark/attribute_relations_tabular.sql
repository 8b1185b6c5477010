-- views/attribute_relations_tabular.sql in Spark SQL, written by `npm run spark`
-- digest: 5f694e38c499b3a9
SELECT
  patient_id,
  study_id,
  image_id || '.dcm' AS image_id,
  mentions.sent_loc,
  phrase_id AS row_id,
  mentions.section,
  bbox_name AS bbox,
  category_id AS `categoryID`,
  label_name,
  IF(relation = 'yes', 1, 0) AS relation,
  mentions.relation AS context,
  phrase AS sentence,
  entry_index,
  phrase_index,
  attribute_index
FROM object_attributes AS mentions
LEFT JOIN phrases_if_given
  USING (image_id, study_id, patient_id, phrase_id)
WHERE
  mentions.relation IN ('yes', 'no')
  AND (
    category_id = 'nlp'
    OR (
      NOT category_id IN ('nlp', 'severity', 'temporal', 'texture', 'laterality')
    )
  )
