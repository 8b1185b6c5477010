-- views/attribute_mentions.sql in Spark SQL, written by `npm run spark`
-- digest: 598c5f52704dfd0e
SELECT
  mentions.image_id,
  mentions.study_id,
  mentions.patient_id,
  entry_index,
  object_id,
  mentions.bbox_name,
  phrase_index,
  attribute_index,
  mentions.phrase_id,
  mentions.sent_loc,
  mentions.section,
  category_id,
  relation,
  label_name,
  mentions.cuis,
  comparison_cues,
  temporal_cues,
  severity_cues,
  texture_cues,
  TRANSFORM(
    FILTER(severity_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
    cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
  ) AS severity,
  TRANSFORM(
    FILTER(temporal_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
    cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
  ) AS temporal,
  TRANSFORM(
    FILTER(texture_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
    cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
  ) AS texture,
  TRANSFORM(
    FILTER(comparison_cues, cue -> SPLIT_PART(cue, '|', 2) <> 'no'),
    cue -> COALESCE(NULLIF(REGEXP_EXTRACT(cue, '(?d)^[^|]*\\|[^|]*\\|(.*)\\z', 1), ''), cue)
  ) AS comparison,
  phrase,
  viewpoint,
  study_order,
  CASE side
    WHEN 'left'
    THEN phrase RLIKE '(?d)(?iu:(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:left|left-?sided|lt|lul|lll|luq|lingular?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)[\\t\\n\\f\\r ]+(?:side|lung|base|apex|hemithorax))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))L(?:[\\t\\n\\f\\r .,;:/)]|\\z)'
    WHEN 'right'
    THEN phrase RLIKE '(?d)(?iu:(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:right|right-?sided|rt|rul|rml|rll|ruq|middle[\\t\\n\\f\\r -]+lobes?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)[\\t\\n\\f\\r ]+(?:side|lung|base|apex|hemithorax))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))R(?:[\\t\\n\\f\\r .,;:/)]|\\z)'
  END AS side_stated,
  CASE
    WHEN NOT mentions.bbox_name RLIKE '(?d)^(?:left|right) '
    THEN NULL
    WHEN mentions.bbox_name IN ('left lung', 'right lung')
    THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|lower|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ul)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:mid(?:dle)?(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|upper|lower|lung))*[\\t\\n\\f\\r /-]*(?:lobes?|lobar|lungs?|zones?|fields?)|rml|lingular?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:lower(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|upper|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ll|(?:bi-?)?bas(?:es?|al|ally|ilar)|retrocardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:peri|para|supra|infra|bi)-?)?hil(?:um|a|us|ar)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:costo-?(?:phrenic|diaphragmatic)|cp[\\t\\n\\f\\r ]+(?:angles?|sulcus|sulci))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    OR (
      phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      AND REGEXP_REPLACE(
        phrase,
        '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:cardiac|heart|ventricular)[\\t\\n\\f\\r ]+ap(?:ex|ical)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))apex[\\t\\n\\f\\r ]+of[\\t\\n\\f\\r ]+the[\\t\\n\\f\\r ]+heart(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
        ''
      ) RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    )
    ELSE CASE REGEXP_REPLACE(mentions.bbox_name, '(?d)^(?:left|right) ', '')
      WHEN 'apical zone'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      AND REGEXP_REPLACE(
        phrase,
        '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:cardiac|heart|ventricular)[\\t\\n\\f\\r ]+ap(?:ex|ical)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))apex[\\t\\n\\f\\r ]+of[\\t\\n\\f\\r ]+the[\\t\\n\\f\\r ]+heart(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
        ''
      ) RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'upper lung zone'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|lower|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ul)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'mid lung zone'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:mid(?:dle)?(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|upper|lower|lung))*[\\t\\n\\f\\r /-]*(?:lobes?|lobar|lungs?|zones?|fields?)|rml|lingular?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'lower lung zone'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:lower(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|upper|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ll|(?:bi-?)?bas(?:es?|al|ally|ilar)|retrocardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'hilar structures'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:peri|para|supra|infra|bi)-?)?hil(?:um|a|us|ar)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'costophrenic angle'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:costo-?(?:phrenic|diaphragmatic)|cp[\\t\\n\\f\\r ]+(?:angles?|sulcus|sulci))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'cardiophrenic angle'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))cardio-?phrenic(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'hemidiaphragm'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:hemi-?)?diaphragm(?:s|atic)?(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'cardiac silhouette'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:heart|cardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'clavicle'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))clavic(?:les?|ular)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'shoulder'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:shoulders?|humer(?:us|al)|glenohumeral|acromioclavicular)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'arm'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))arms?(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'breast'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:breasts?|nipples?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'chest wall'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:chest|thoracic)[\\t\\n\\f\\r ]+wall|ribs?|axillae?|axillary)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'upper abdomen'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper[\\t\\n\\f\\r ]+(?:abdomen|quadrant)|[rl]uq)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'atrium'
      THEN phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))atri(?:um|al)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    END
  END AS place_stated,
  IF(
    NOT mentions.bbox_name IS NULL,
    EXISTS(bbox_names, item -> item IS NOT DISTINCT FROM mentions.bbox_name),
    NULL
  ) AS has_box
FROM object_attributes AS mentions
JOIN images
  USING (image_id, study_id, patient_id)
LEFT JOIN phrases_if_given
  USING (image_id, study_id, patient_id, phrase_id)
JOIN regions
  USING (bbox_name)
JOIN image_boxes
  USING (image_id, study_id, patient_id)
