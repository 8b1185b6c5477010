-- views/macros/finding_matrix.sql in Spark SQL, written by `npm run spark`
-- digest: 66cf9bb13f17cc33
WITH region_finding_lists_chosen AS (
  SELECT
    IF(
      ARRAY_SIZE(
        COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
      ) > 0,
      TRANSFORM(
        ARRAY_SORT(
          COLLECT_LIST(STRUCT(bbox_name IS NULL AS null_0, bbox_name AS key_0, bbox_name AS item))
        ),
        boxed -> boxed.item
      ),
      NULL
    ) AS chosen_bbox_names
  FROM (
    SELECT
      bbox_name
    FROM regions AS r
    WHERE
      CASE :regions
        WHEN 18
        THEN in_anaxnet_18
        WHEN 26
        THEN in_gold_26
        WHEN 29
        THEN in_29
        WHEN 36
        THEN has_bbox
        ELSE RAISE_ERROR('expected regions := 18, 26, 29 or 36')
      END
  ) AS chosen_regions
), region_finding_lists_ruled AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_names,
    category_ids,
    label_names,
    CASE :rule
      WHEN 'last_mention'
      THEN last_mentions
      WHEN 'last_mention_final'
      THEN last_mentions_final
      WHEN 'any_yes'
      THEN TRANSFORM(states, state -> IF(state = 'no', 'no', 'yes'))
      WHEN 'state'
      THEN states
      ELSE RAISE_ERROR('expected rule := last_mention, last_mention_final, any_yes or state')
    END AS relations,
    unnested.item_0 AS bbox_name
  FROM finding_lists
  CROSS JOIN region_finding_lists_chosen AS chosen
  LATERAL VIEW
  EXPLODE(chosen_bbox_names) unnested AS item_0
), region_finding_lists_placed AS (
  SELECT
    *,
    COALESCE(NULLIF(ARRAY_POSITION(bbox_names, bbox_name), 0), 1) AS first_place,
    COALESCE(
      ARRAY_SIZE(bbox_names) - NULLIF(ARRAY_POSITION(REVERSE(bbox_names), bbox_name), 0) + 1,
      0
    ) AS last_place
  FROM region_finding_lists_ruled AS ruled
), findings AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    label_names,
    relations,
    IF(
      ARRAY_SIZE(label_names) > ARRAY_SIZE(ARRAY_DISTINCT(ARRAY_COMPACT(label_names))),
      REVERSE(
        ARRAY_SORT(
          TRANSFORM(
            relations,
            (relation, place) -> STRUCT(
              COALESCE(relation, '') IS NULL AS relation_is_null,
              COALESCE(relation, '') AS relation,
              GET(label_names, CAST((
                place + 1
              ) AS INT) - 1) IS NULL AS label_name_is_null,
              GET(label_names, CAST((
                place + 1
              ) AS INT) - 1) AS label_name
            )
          )
        )
      ),
      NULL
    ) AS sorted
  FROM (
    SELECT
      image_id,
      study_id,
      patient_id,
      bbox_name,
      SLICE(
        category_ids,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS category_ids,
      SLICE(
        label_names,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS label_names,
      SLICE(
        relations,
        CAST(GREATEST(first_place, 1) AS INT),
        CAST(GREATEST(last_place - first_place + 1, 0) AS INT)
      ) AS relations
    FROM region_finding_lists_placed AS placed
  ) AS region_finding_lists
), ordered AS (
  SELECT
    image_id,
    study_id,
    patient_id,
    bbox_name,
    IF(sorted IS NULL, label_names, TRANSFORM(sorted, finding -> finding.label_name)) AS label_names,
    IF(
      sorted IS NULL,
      relations,
      TRANSFORM(sorted, finding -> NULLIF(finding.relation, ''))
    ) AS relations
  FROM findings
)
SELECT
  image_id,
  study_id,
  patient_id,
  bbox_name,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'lung opacity'), 0) AS INT) - 1) AS `lung opacity`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'airspace opacity'), 0) AS INT) - 1
  ) AS `airspace opacity`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'consolidation'), 0) AS INT) - 1
  ) AS `consolidation`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'infiltration'), 0) AS INT) - 1) AS `infiltration`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'atelectasis'), 0) AS INT) - 1) AS `atelectasis`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'linear/patchy atelectasis'), 0) AS INT) - 1
  ) AS `linear/patchy atelectasis`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'lobar/segmental collapse'), 0) AS INT) - 1
  ) AS `lobar/segmental collapse`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pulmonary edema/hazy opacity'), 0) AS INT) - 1
  ) AS `pulmonary edema/hazy opacity`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'vascular congestion'), 0) AS INT) - 1
  ) AS `vascular congestion`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'vascular redistribution'), 0) AS INT) - 1
  ) AS `vascular redistribution`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'increased reticular markings/ild pattern'), 0) AS INT) - 1
  ) AS `increased reticular markings/ild pattern`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pleural effusion'), 0) AS INT) - 1
  ) AS `pleural effusion`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'costophrenic angle blunting'), 0) AS INT) - 1
  ) AS `costophrenic angle blunting`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pleural/parenchymal scarring'), 0) AS INT) - 1
  ) AS `pleural/parenchymal scarring`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'bronchiectasis'), 0) AS INT) - 1
  ) AS `bronchiectasis`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'enlarged cardiac silhouette'), 0) AS INT) - 1
  ) AS `enlarged cardiac silhouette`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'mediastinal displacement'), 0) AS INT) - 1
  ) AS `mediastinal displacement`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'mediastinal widening'), 0) AS INT) - 1
  ) AS `mediastinal widening`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'enlarged hilum'), 0) AS INT) - 1
  ) AS `enlarged hilum`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'tortuous aorta'), 0) AS INT) - 1
  ) AS `tortuous aorta`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'vascular calcification'), 0) AS INT) - 1
  ) AS `vascular calcification`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pneumomediastinum'), 0) AS INT) - 1
  ) AS `pneumomediastinum`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'pneumothorax'), 0) AS INT) - 1) AS `pneumothorax`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'hydropneumothorax'), 0) AS INT) - 1
  ) AS `hydropneumothorax`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'lung lesion'), 0) AS INT) - 1) AS `lung lesion`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'mass/nodule (not otherwise specified)'), 0) AS INT) - 1
  ) AS `mass/nodule (not otherwise specified)`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'multiple masses/nodules'), 0) AS INT) - 1
  ) AS `multiple masses/nodules`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'calcified nodule'), 0) AS INT) - 1
  ) AS `calcified nodule`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'superior mediastinal mass/enlargement'), 0) AS INT) - 1
  ) AS `superior mediastinal mass/enlargement`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'rib fracture'), 0) AS INT) - 1) AS `rib fracture`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'clavicle fracture'), 0) AS INT) - 1
  ) AS `clavicle fracture`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'spinal fracture'), 0) AS INT) - 1
  ) AS `spinal fracture`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'hyperaeration'), 0) AS INT) - 1
  ) AS `hyperaeration`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'cyst/bullae'), 0) AS INT) - 1) AS `cyst/bullae`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'elevated hemidiaphragm'), 0) AS INT) - 1
  ) AS `elevated hemidiaphragm`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'diaphragmatic eventration (benign)'), 0) AS INT) - 1
  ) AS `diaphragmatic eventration (benign)`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'sub-diaphragmatic air'), 0) AS INT) - 1
  ) AS `sub-diaphragmatic air`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'subcutaneous air'), 0) AS INT) - 1
  ) AS `subcutaneous air`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'hernia'), 0) AS INT) - 1) AS `hernia`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'scoliosis'), 0) AS INT) - 1) AS `scoliosis`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'spinal degenerative changes'), 0) AS INT) - 1
  ) AS `spinal degenerative changes`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'shoulder osteoarthritis'), 0) AS INT) - 1
  ) AS `shoulder osteoarthritis`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'bone lesion'), 0) AS INT) - 1) AS `bone lesion`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'pneumonia'), 0) AS INT) - 1) AS `pneumonia`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'fluid overload/heart failure'), 0) AS INT) - 1
  ) AS `fluid overload/heart failure`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'copd/emphysema'), 0) AS INT) - 1
  ) AS `copd/emphysema`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'granulomatous disease'), 0) AS INT) - 1
  ) AS `granulomatous disease`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'interstitial lung disease'), 0) AS INT) - 1
  ) AS `interstitial lung disease`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'goiter'), 0) AS INT) - 1) AS `goiter`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'lung cancer'), 0) AS INT) - 1) AS `lung cancer`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'aspiration'), 0) AS INT) - 1) AS `aspiration`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'alveolar hemorrhage'), 0) AS INT) - 1
  ) AS `alveolar hemorrhage`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pericardial effusion'), 0) AS INT) - 1
  ) AS `pericardial effusion`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'low lung volumes'), 0) AS INT) - 1
  ) AS `low lung volumes`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'rotated'), 0) AS INT) - 1) AS `rotated`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'artifact'), 0) AS INT) - 1) AS `artifact`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'breast/nipple shadows'), 0) AS INT) - 1
  ) AS `breast/nipple shadows`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'skin fold'), 0) AS INT) - 1) AS `skin fold`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'chest tube'), 0) AS INT) - 1) AS `chest tube`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'mediastinal drain'), 0) AS INT) - 1
  ) AS `mediastinal drain`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'pigtail catheter'), 0) AS INT) - 1
  ) AS `pigtail catheter`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'endotracheal tube'), 0) AS INT) - 1
  ) AS `endotracheal tube`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'tracheostomy tube'), 0) AS INT) - 1
  ) AS `tracheostomy tube`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'picc'), 0) AS INT) - 1) AS `picc`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'ij line'), 0) AS INT) - 1) AS `ij line`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'chest port'), 0) AS INT) - 1) AS `chest port`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'subclavian line'), 0) AS INT) - 1
  ) AS `subclavian line`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'swan-ganz catheter'), 0) AS INT) - 1
  ) AS `swan-ganz catheter`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'intra-aortic balloon pump'), 0) AS INT) - 1
  ) AS `intra-aortic balloon pump`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'enteric tube'), 0) AS INT) - 1) AS `enteric tube`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'sternotomy wires'), 0) AS INT) - 1
  ) AS `sternotomy wires`,
  GET(relations, CAST(NULLIF(ARRAY_POSITION(label_names, 'cabg grafts'), 0) AS INT) - 1) AS `cabg grafts`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'aortic graft/repair'), 0) AS INT) - 1
  ) AS `aortic graft/repair`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'prosthetic valve'), 0) AS INT) - 1
  ) AS `prosthetic valve`,
  GET(
    relations,
    CAST(NULLIF(ARRAY_POSITION(label_names, 'cardiac pacer and wires'), 0) AS INT) - 1
  ) AS `cardiac pacer and wires`
FROM ordered
