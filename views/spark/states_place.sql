-- views/macros/states_place.sql in Spark SQL, written by `npm run spark`
-- digest: 3c206bbce8000fe3
SELECT
  CASE
    WHEN NOT :bbox_name RLIKE '(?d)^(?:left|right) '
    THEN NULL
    WHEN :bbox_name IN ('left lung', 'right lung')
    THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|lower|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ul)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:mid(?:dle)?(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|upper|lower|lung))*[\\t\\n\\f\\r /-]*(?:lobes?|lobar|lungs?|zones?|fields?)|rml|lingular?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:lower(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|upper|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ll|(?:bi-?)?bas(?:es?|al|ally|ilar)|retrocardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:peri|para|supra|infra|bi)-?)?hil(?:um|a|us|ar)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:costo-?(?:phrenic|diaphragmatic)|cp[\\t\\n\\f\\r ]+(?:angles?|sulcus|sulci))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    OR (
      :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      AND REGEXP_REPLACE(
        :phrase,
        '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:cardiac|heart|ventricular)[\\t\\n\\f\\r ]+ap(?:ex|ical)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))apex[\\t\\n\\f\\r ]+of[\\t\\n\\f\\r ]+the[\\t\\n\\f\\r ]+heart(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
        ''
      ) RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    )
    ELSE CASE REGEXP_REPLACE(:bbox_name, '(?d)^(?:left|right) ', '')
      WHEN 'apical zone'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      AND REGEXP_REPLACE(
        :phrase,
        '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:cardiac|heart|ventricular)[\\t\\n\\f\\r ]+ap(?:ex|ical)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))apex[\\t\\n\\f\\r ]+of[\\t\\n\\f\\r ]+the[\\t\\n\\f\\r ]+heart(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
        ''
      ) RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:apex|(?:bi-?)?apic(?:es|al|ally))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'upper lung zone'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|lower|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ul)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'mid lung zone'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:mid(?:dle)?(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|upper|lower|lung))*[\\t\\n\\f\\r /-]*(?:lobes?|lobar|lungs?|zones?|fields?)|rml|lingular?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'lower lung zone'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:lower(?:[\\t\\n\\f\\r ,/-]+(?:and|or|to|mid|middle|upper|lung))*[\\t\\n\\f\\r /-]+(?:lobes?|lobar|lungs?|zones?|fields?)|[rl]ll|(?:bi-?)?bas(?:es?|al|ally|ilar)|retrocardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'hilar structures'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:peri|para|supra|infra|bi)-?)?hil(?:um|a|us|ar)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'costophrenic angle'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:costo-?(?:phrenic|diaphragmatic)|cp[\\t\\n\\f\\r ]+(?:angles?|sulcus|sulci))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'cardiophrenic angle'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))cardio-?phrenic(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'hemidiaphragm'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:hemi-?)?diaphragm(?:s|atic)?(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'cardiac silhouette'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:heart|cardiac)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'clavicle'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))clavic(?:les?|ular)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'shoulder'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:shoulders?|humer(?:us|al)|glenohumeral|acromioclavicular)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'arm'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))arms?(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'breast'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:breasts?|nipples?)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'chest wall'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:(?:chest|thoracic)[\\t\\n\\f\\r ]+wall|ribs?|axillae?|axillary)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'upper abdomen'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:upper[\\t\\n\\f\\r ]+(?:abdomen|quadrant)|[rl]uq)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
      WHEN 'atrium'
      THEN :phrase RLIKE '(?d)(?iu)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))atri(?:um|al)(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))'
    END
  END AS states_place
