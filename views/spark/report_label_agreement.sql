-- views/report_label_agreement.sql in Spark SQL, written by `npm run spark`
-- digest: c8f56c7494ef8870
WITH labeled AS (
  SELECT
    'chexpert' AS labeler,
    study_id,
    unnested.item_0 AS report_label,
    unnested.item_1 AS value
  FROM chexpert_labels_if_given
  LATERAL VIEW
  INLINE(
    ARRAYS_ZIP(
      COALESCE(
        ARRAY(
          'Atelectasis',
          'Cardiomegaly',
          'Consolidation',
          'Edema',
          'Enlarged Cardiomediastinum',
          'Fracture',
          'Lung Lesion',
          'Lung Opacity',
          'No Finding',
          'Pleural Effusion',
          'Pleural Other',
          'Pneumonia',
          'Pneumothorax',
          'Support Devices'
        ),
        ARRAY()
      ),
      COALESCE(
        ARRAY(
          atelectasis,
          cardiomegaly,
          consolidation,
          edema,
          enlarged_cardiomediastinum,
          fracture,
          lung_lesion,
          lung_opacity,
          no_finding,
          pleural_effusion,
          pleural_other,
          pneumonia,
          pneumothorax,
          support_devices
        ),
        ARRAY()
      )
    )
  ) unnested AS item_0, item_1
  UNION ALL
  SELECT
    'negbio',
    study_id,
    unnested.item_0,
    unnested.item_1
  FROM negbio_labels_if_given
  LATERAL VIEW
  INLINE(
    ARRAYS_ZIP(
      COALESCE(
        ARRAY(
          'Atelectasis',
          'Cardiomegaly',
          'Consolidation',
          'Edema',
          'Enlarged Cardiomediastinum',
          'Fracture',
          'Lung Lesion',
          'Lung Opacity',
          'No Finding',
          'Pleural Effusion',
          'Pleural Other',
          'Pneumonia',
          'Pneumothorax',
          'Support Devices'
        ),
        ARRAY()
      ),
      COALESCE(
        ARRAY(
          atelectasis,
          cardiomegaly,
          consolidation,
          edema,
          enlarged_cardiomediastinum,
          fracture,
          lung_lesion,
          lung_opacity,
          no_finding,
          pleural_effusion,
          pleural_other,
          pneumonia,
          pneumothorax,
          support_devices
        ),
        ARRAY()
      )
    )
  ) unnested AS item_0, item_1
), compared AS (
  SELECT
    *
  FROM labeled
    SEMI JOIN images
      USING (study_id)
), said AS (
  SELECT
    study_id,
    report_label,
    BOOL_OR(relation = 'yes') AS is_affirmed
  FROM study_findings
  JOIN label_crosswalk
    USING (category_id, label_name)
  GROUP BY
    study_id,
    report_label
), found AS (
  SELECT DISTINCT
    study_id
  FROM said
  WHERE
    is_affirmed AND report_label <> 'Support Devices'
), decided AS (
  SELECT
    labeler,
    compared.report_label,
    value,
    CASE
      WHEN compared.report_label = 'No Finding'
      THEN found.study_id IS NULL
      ELSE COALESCE(is_affirmed, FALSE)
    END AS is_affirmed,
    CASE
      WHEN compared.report_label = 'No Finding'
      THEN NOT found.study_id IS NULL
      ELSE NOT is_affirmed
    END AS is_denied
  FROM compared
  LEFT JOIN said
    ON said.study_id = compared.study_id AND said.report_label = compared.report_label
  LEFT JOIN found
    ON found.study_id = compared.study_id
), counted AS (
  SELECT
    labeler,
    report_label,
    uncertain,
    CAST(COUNT(*) AS DOUBLE) AS n,
    CAST((
      COUNT(*) FILTER(WHERE
        is_affirmed AND is_yes)
    ) AS DOUBLE) AS n_both,
    CAST((
      COUNT(*) FILTER(WHERE
        is_affirmed AND NOT is_yes)
    ) AS DOUBLE) AS n_graphs_only,
    CAST((
      COUNT(*) FILTER(WHERE
        NOT is_affirmed AND is_yes)
    ) AS DOUBLE) AS n_labeler_only,
    CAST((
      COUNT(*) FILTER(WHERE
        NOT is_affirmed AND NOT is_yes)
    ) AS DOUBLE) AS n_neither,
    COUNT(*) FILTER(WHERE
      is_affirmed AND value = 0 OR is_denied AND value = 1) AS n_contradicted
  FROM (
    SELECT
      *,
      COALESCE(value = 1 OR value = -1 AND uncertain = 'yes', FALSE) AS is_yes
    FROM decided
    CROSS JOIN VALUES
      ('yes'),
      ('no'),
      ('left_out') AS ways(uncertain)
    WHERE
      uncertain <> 'left_out' OR value IS DISTINCT FROM -1
  )
  GROUP BY
    labeler,
    report_label,
    uncertain
), totals AS (
  SELECT
    labeler,
    report_label,
    uncertain,
    n,
    n_both,
    n_graphs_only,
    n_labeler_only,
    n_neither,
    n_contradicted
  FROM counted
  UNION ALL
  SELECT
    labeler,
    'all',
    uncertain,
    SUM(n),
    SUM(n_both),
    SUM(n_graphs_only),
    SUM(n_labeler_only),
    SUM(n_neither),
    SUM(n_contradicted)
  FROM counted
  WHERE
    report_label <> 'No Finding'
  GROUP BY
    labeler,
    uncertain
), agreed AS (
  SELECT
    *,
    IF(
      n = 0,
      CAST((
        n_both + n_neither
      ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST((
        n_both + n_neither
      ) AS DOUBLE) / n
    ) AS agreement,
    IF(
      (
        n * n
      ) = 0,
      CAST((
        (
          n_both + n_graphs_only
        ) * (
          n_both + n_labeler_only
        ) + (
          n_neither + n_graphs_only
        ) * (
          n_neither + n_labeler_only
        )
      ) AS DOUBLE) * CAST('infinity' AS DOUBLE),
      CAST((
        (
          n_both + n_graphs_only
        ) * (
          n_both + n_labeler_only
        ) + (
          n_neither + n_graphs_only
        ) * (
          n_neither + n_labeler_only
        )
      ) AS DOUBLE) / (
        n * n
      )
    ) AS by_chance
  FROM totals
)
SELECT
  labeler,
  report_label,
  uncertain,
  CAST(n AS BIGINT) AS n_studies,
  CAST(n_both AS BIGINT) AS n_both,
  CAST(n_graphs_only AS BIGINT) AS n_graphs_only,
  CAST(n_labeler_only AS BIGINT) AS n_labeler_only,
  CAST(n_neither AS BIGINT) AS n_neither,
  CAST(n_contradicted AS BIGINT) AS n_contradicted,
  agreement,
  CAST((
    n_both * n_neither - n_graphs_only * n_labeler_only
  ) AS DOUBLE) / NULLIF(
    SQRT(n_both + n_graphs_only) * SQRT(n_both + n_labeler_only) * SQRT(n_neither + n_graphs_only) * SQRT(n_neither + n_labeler_only),
    0
  ) AS mcc,
  CAST((
    agreement - by_chance
  ) AS DOUBLE) / NULLIF(1 - by_chance, 0) AS kappa
FROM agreed
