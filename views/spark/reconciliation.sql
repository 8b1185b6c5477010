-- views/reconciliation.sql in Spark SQL, written by `npm run spark`
-- digest: 78905b2fb3d28263
WITH given AS (
  SELECT
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'splits'), FALSE) AS has_splits,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'images_to_avoid'), FALSE) AS has_avoid,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'mimic_metadata'), FALSE) AS has_metadata,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'rdf_annotations'), FALSE) AS has_rdf,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      table_name = 'sentences'), FALSE) AS has_sentences,
    COALESCE(BOOL_OR(is_provided) FILTER(WHERE
      STARTSWITH(table_name, 'gold_')), FALSE) AS has_gold
  FROM provided
), listed AS (
  SELECT
    image_id,
    MIN(patient_id) AS patient_id,
    split
  FROM splits_if_given
  GROUP BY ALL
), avoided AS (
  SELECT
    image_id,
    MIN(patient_id) AS patient_id
  FROM images_to_avoid_if_given
  GROUP BY ALL
), frontals AS (
  SELECT
    image_id,
    MIN(patient_id) AS patient_id
  FROM mimic_metadata_if_given
  WHERE
    view_position IN ('AP', 'PA')
  GROUP BY ALL
), rejected AS (
  SELECT DISTINCT
    REGEXP_EXTRACT(COALESCE(member, source), '(?d)([^/]+)_SceneGraph\\.json\\z', 1) AS image_id
  FROM quarantine
  WHERE
    json_pointer = ''
), without_graph AS (
  SELECT
    listed.*,
    NOT rejected.image_id IS NULL AS is_rejected
  FROM listed
  ANTI JOIN images
    USING (image_id)
  LEFT JOIN rejected
    USING (image_id)
), unlisted AS (
  SELECT
    images.image_id,
    images.patient_id,
    NOT avoided.image_id IS NULL AS is_avoided
  FROM images
  ANTI JOIN listed
    USING (image_id)
  LEFT JOIN avoided
    USING (image_id)
), rdf_types AS (
  SELECT
    *
  FROM VALUES
    ('anatomicalfinding_annotation'),
    ('device_annotation'),
    ('disease_annotation'),
    ('nlp_annotation'),
    ('technicalassessment_annotation'),
    ('tubesandlines_annotation') AS types(type)
), rdf_shipped AS (
  SELECT DISTINCT
    study_id,
    SPLIT_PART(IF(subject_type = 'location', object, subject), '|', 1) AS label_name,
    SPLIT_PART(IF(subject_type = 'location', subject, object), '|', 1) AS bbox_name,
    CONTAINS(relation, 'NOT') AS is_denied
  FROM rdf_annotations_if_given
  WHERE
    LEAST(subject_type, object_type) IN (
      SELECT
        *
      FROM rdf_types
    )
    AND GREATEST(subject_type, object_type) = 'location'
    OR GREATEST(subject_type, object_type) IN (
      SELECT
        *
      FROM rdf_types
    )
    AND LEAST(subject_type, object_type) = 'location'
), rdf_own AS (
  SELECT DISTINCT
    study_id,
    SPLIT_PART(subject, '|', 1) AS label_name,
    SPLIT_PART(object, '|', 1) AS bbox_name,
    CONTAINS(relation, 'NOT') AS is_denied
  FROM rdf_edges
  WHERE
    object_type = 'location'
    AND subject_type IN (
      SELECT
        *
      FROM rdf_types
    )
    AND study_id IN (
      SELECT
        study_id
      FROM rdf_annotations_if_given
    )
), rdf_differing AS (
  SELECT
    study_id
  FROM (
    SELECT
      *
    FROM rdf_shipped
    EXCEPT
    SELECT
      *
    FROM rdf_own
  )
  UNION
  SELECT
    study_id
  FROM (
    SELECT
      *
    FROM rdf_own
    EXCEPT
    SELECT
      *
    FROM rdf_shipped
  )
), graph_statements AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    SUM(
      CAST(XXHASH64(
        bbox_name IS NULL,
        bbox_name,
        phrase_id IS NULL,
        phrase_id,
        category_id IS NULL,
        category_id,
        relation IS NULL,
        relation,
        label_name IS NULL,
        label_name
      ) AS DECIMAL(38, 0))
    ) AS digest
  FROM object_attributes
  GROUP BY
    image_id,
    study_id,
    patient_id
), disagreeing AS (
  SELECT
    study_id
  FROM images
  LEFT JOIN graph_statements
    USING (image_id, study_id, patient_id)
  GROUP BY
    study_id
  HAVING
    COUNT(DISTINCT COALESCE(digest, 0)) > 1
), graph_sentences AS (
  SELECT DISTINCT
    study_id,
    sent_loc,
    image_id,
    patient_id
  FROM object_phrases
  WHERE
    NOT sent_loc IS NULL
), last_mentions AS (
  SELECT
    image_id,
    patient_id,
    bbox_name,
    label_name,
    IF(BOOL_OR(last_mention = 'yes'), 'yes', 'no') AS relation
  FROM region_findings
  WHERE
    is_finding
  GROUP BY
    image_id,
    patient_id,
    bbox_name,
    label_name
), implied AS (
  SELECT
    children.image_id,
    children.patient_id,
    parents.relation AS parent_relation
  FROM last_mentions AS children
  JOIN ontology
    ON kind = 'finding' AND child = children.label_name
  LEFT JOIN last_mentions AS parents
    ON parents.image_id = children.image_id
    AND parents.bbox_name = children.bbox_name
    AND parents.label_name = ancestor
  WHERE
    children.relation = 'yes' AND parents.relation IS DISTINCT FROM 'yes'
), observed AS (
  SELECT
    'listed_without_graph' AS reason,
    split,
    image_id,
    patient_id
  FROM without_graph
  WHERE
    NOT is_rejected
  UNION ALL
  SELECT
    'listed_and_quarantined',
    split,
    image_id,
    patient_id
  FROM without_graph
  WHERE
    is_rejected
  UNION ALL
  SELECT
    'graph_in_avoid_list_only',
    NULL,
    image_id,
    patient_id
  FROM unlisted
  WHERE
    is_avoided
  UNION ALL
  SELECT
    'graph_in_no_list',
    NULL,
    image_id,
    patient_id
  FROM unlisted
  WHERE
    NOT is_avoided
  UNION ALL
  SELECT
    'listed_to_avoid',
    split,
    image_id,
    listed.patient_id
  FROM listed
  SEMI JOIN avoided
    USING (image_id)
  UNION ALL
  SELECT
    'avoided_without_graph',
    NULL,
    image_id,
    patient_id
  FROM avoided
  ANTI JOIN images
    USING (image_id)
  UNION ALL
  SELECT
    image_in_two_splits,
    NULL,
    image_id,
    patient_id
  FROM (
    SELECT
      'image_in_two_splits',
      NULL,
      image_id,
      patient_id,
      COUNT(*) OVER (PARTITION BY image_id) AS _w
    FROM listed
  ) AS _t
  WHERE
    _w > 1
  UNION ALL
  SELECT
    patient_in_two_splits,
    NULL,
    image_id,
    patient_id
  FROM (
    SELECT
      'patient_in_two_splits',
      NULL,
      image_id,
      patient_id,
      MIN(split) OVER (PARTITION BY patient_id) AS _w,
      MAX(split) OVER (PARTITION BY patient_id) AS _w_2
    FROM listed
  ) AS _t
  WHERE
    _w < _w_2
  UNION ALL
  SELECT
    'listed_under_other_patient',
    split,
    image_id,
    images.patient_id
  FROM listed
  JOIN images
    USING (image_id)
  WHERE
    listed.patient_id <> images.patient_id
  UNION ALL
  SELECT
    'frontal_without_graph',
    NULL,
    image_id,
    patient_id
  FROM frontals
  ANTI JOIN images
    USING (image_id)
  UNION ALL
  SELECT
    'graph_not_in_metadata',
    NULL,
    image_id,
    patient_id
  FROM images
  ANTI JOIN mimic_metadata_if_given
    USING (image_id)
  UNION ALL
  SELECT
    'rdf_differs',
    NULL,
    image_id,
    patient_id
  FROM images
  SEMI JOIN rdf_differing
    USING (study_id)
  UNION ALL
  SELECT
    'study_not_in_rdf',
    NULL,
    image_id,
    patient_id
  FROM images
  ANTI JOIN rdf_annotations_if_given
    USING (study_id)
  UNION ALL
  SELECT
    'gold_without_graph',
    NULL,
    image_id,
    patient_id
  FROM evaluation_exams
  WHERE
    NOT has_graph
  UNION ALL
  SELECT
    'gold_without_findings',
    NULL,
    image_id,
    patient_id
  FROM evaluation_exams
  ANTI JOIN object_phrases
    USING (image_id)
  WHERE
    has_graph
  UNION ALL
  SELECT
    'boxes_not_36',
    NULL,
    image_id,
    patient_id
  FROM images
  LEFT JOIN objects
    USING (image_id, study_id, patient_id)
  GROUP BY
    image_id,
    patient_id
  HAVING
    COUNT(object_index) <> 36
), matched AS (
  SELECT
    image_id
  FROM images
  SEMI JOIN (
    SELECT
      image_id
    FROM listed
    UNION
    SELECT
      image_id
    FROM avoided
  ) AS either
    USING (image_id)
), left_over AS (
  SELECT
    image_id
  FROM listed
  UNION
  SELECT
    image_id
  FROM avoided
  UNION
  SELECT
    image_id
  FROM images
  EXCEPT
  SELECT
    image_id
  FROM matched
  EXCEPT
  SELECT
    image_id
  FROM observed
), observed_rows AS (
  SELECT
    reason,
    split,
    image_id,
    patient_id,
    image_id AS thing
  FROM observed
  UNION ALL
  SELECT
    'unexplained',
    NULL,
    image_id,
    NULL,
    image_id
  FROM left_over
  UNION ALL
  SELECT
    'study_images_disagree',
    NULL,
    image_id,
    patient_id,
    CAST(study_id AS STRING)
  FROM images
  SEMI JOIN disagreeing
    USING (study_id)
  UNION ALL
  SELECT
    'comparison_without_previous',
    NULL,
    image_id,
    patient_id,
    CONCAT_WS('/', image_id, relationship_index)
  FROM comparison_relations
  WHERE
    previous_image_id IS NULL
    OR NOT previous_image_id IN (
      SELECT
        image_id
      FROM images
    )
  UNION ALL
  SELECT
    'sentence_not_listed',
    NULL,
    image_id,
    patient_id,
    CONCAT_WS('|', study_id, sent_loc)
  FROM graph_sentences
  ANTI JOIN sentences_if_given AS sentences
    USING (study_id, sent_loc)
), listed_sentences AS (
  SELECT
    study_id,
    sent_loc,
    patient_id,
    study_id IN (
      SELECT
        study_id
      FROM images
    ) AS has_graph
  FROM sentences_if_given
), counted AS (
  SELECT
    reason,
    split,
    COUNT(DISTINCT thing) AS n,
    COUNT(DISTINCT image_id) AS n_images,
    COUNT(DISTINCT patient_id) AS n_patients
  FROM observed_rows
  GROUP BY
    reason,
    split
  UNION ALL
  SELECT
    IF(
      COALESCE(has_graph, FALSE),
      'sentence_not_in_graph',
      'sentence_of_study_without_graph'
    ),
    NULL,
    COUNT(*),
    0,
    COUNT(DISTINCT patient_id)
  FROM listed_sentences
  ANTI JOIN graph_sentences
    USING (study_id, sent_loc)
  GROUP BY
    1
  UNION ALL
  SELECT
    IF(parent_relation IS NULL, 'child_without_parent', 'child_with_denied_parent'),
    NULL,
    COUNT(*),
    COUNT(DISTINCT image_id),
    COUNT(DISTINCT patient_id)
  FROM implied
  GROUP BY
    1
), split_names AS (
  SELECT DISTINCT
    split
  FROM splits_if_given
), reasons AS (
  SELECT
    *
  FROM given, VALUES
    ('listed_without_graph', TRUE, 'in a split list, and no graph of it was found'),
    (
      'listed_and_quarantined',
      TRUE,
      'in a split list, and its graph was rejected: see quarantine'
    ),
    (
      'graph_in_avoid_list_only',
      FALSE,
      'a graph in no split list, because it is of a gold patient: in images_to_avoid'
    ),
    (
      'graph_in_no_list',
      FALSE,
      'a graph in no split list and not in images_to_avoid where that is given'
    ),
    (
      'listed_to_avoid',
      TRUE,
      'in a split list and in images_to_avoid: a gold patient leaks'
    ),
    (
      'avoided_without_graph',
      FALSE,
      'in images_to_avoid, and no graph of it was loaded'
    ),
    ('image_in_two_splits', FALSE, 'in the lists of two splits'),
    ('patient_in_two_splits', FALSE, 'of a patient with images in two splits'),
    (
      'listed_under_other_patient',
      TRUE,
      'the list and the graph name different patients'
    ),
    (
      'frontal_without_graph',
      FALSE,
      'AP or PA in the MIMIC-CXR metadata, and no graph of it was loaded'
    ),
    (
      'graph_not_in_metadata',
      FALSE,
      'a graph whose image the MIMIC-CXR metadata do not have'
    ),
    (
      'rdf_differs',
      FALSE,
      'of a study whose findings by location differ between the RDF file and rdf_edges'
    ),
    ('study_not_in_rdf', FALSE, 'of a study that the RDF file does not have'),
    (
      'unexplained',
      FALSE,
      'in a list or with a graph, and neither both nor any of the reasons'
    ),
    (
      'gold_without_graph',
      FALSE,
      'in a gold file, and no graph of it was loaded: its annotations are missed'
    ),
    (
      'gold_without_findings',
      FALSE,
      'in a gold file, and its graph describes no region'
    ),
    (
      'boxes_not_36',
      FALSE,
      'the graph has other than 36 boxes: some are missing, or one is there twice'
    ),
    (
      'study_images_disagree',
      FALSE,
      'the graphs of a study repeat its report, and do not say the same of it'
    ),
    (
      'comparison_without_previous',
      FALSE,
      'the previous image has no graph here, or is not named'
    ),
    (
      'sentence_of_study_without_graph',
      FALSE,
      'in the list of sentences, of a study without a graph'
    ),
    (
      'sentence_not_in_graph',
      FALSE,
      'in the list of sentences, and no graph of the study says anything of it'
    ),
    ('sentence_not_listed', FALSE, 'in a graph, and not in the list of sentences'),
    (
      'child_without_parent',
      FALSE,
      'affirmed in a region that does not mention what it implies; the page promises parents'
    ),
    (
      'child_with_denied_parent',
      FALSE,
      'affirmed in a region that denies what it implies'
    ) AS known(reason, is_by_split, explanation)
  WHERE
    CASE
      WHEN reason IN ('listed_to_avoid', 'graph_in_avoid_list_only')
      THEN has_splits AND has_avoid
      WHEN reason = 'avoided_without_graph'
      THEN has_avoid
      WHEN reason IN ('rdf_differs', 'study_not_in_rdf')
      THEN has_rdf
      WHEN reason IN ('frontal_without_graph', 'graph_not_in_metadata')
      THEN has_metadata
      WHEN STARTSWITH(reason, 'gold_')
      THEN has_gold
      WHEN STARTSWITH(reason, 'sentence_')
      THEN has_sentences
      WHEN reason IN ('boxes_not_36', 'study_images_disagree', 'comparison_without_previous')
      OR STARTSWITH(reason, 'child_')
      THEN TRUE
      ELSE has_splits
    END
), units AS (
  SELECT
    *
  FROM VALUES
    ('study_images_disagree', 'study'),
    ('comparison_without_previous', 'comparison'),
    ('sentence_not_listed', 'sentence'),
    ('sentence_not_in_graph', 'sentence'),
    ('sentence_of_study_without_graph', 'sentence'),
    ('child_without_parent', 'finding'),
    ('child_with_denied_parent', 'finding') AS units(reason, unit)
), rows_due AS (
  SELECT
    reason,
    split_names.split,
    explanation
  FROM reasons
  LEFT JOIN split_names
    ON is_by_split
)
SELECT
  rows_due.reason,
  rows_due.split,
  COALESCE(n_images, 0) AS n_images,
  COALESCE(n_patients, 0) AS n_patients,
  explanation,
  COALESCE(n, 0) AS n,
  COALESCE(units.unit, 'image') AS unit
FROM rows_due
LEFT JOIN units
  USING (reason)
LEFT JOIN counted
  ON counted.reason = rows_due.reason
  AND counted.split IS NOT DISTINCT FROM rows_due.split
