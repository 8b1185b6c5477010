-- views/macros/states_side.sql in Spark SQL, written by `npm run spark`
-- digest: e3e65df0bfbeda53
SELECT
  CASE :side
    WHEN 'left'
    THEN :phrase RLIKE '(?d)(?iu:(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:left|left-?sided|lt|lul|lll|luq|lingular?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)[\\t\\n\\f\\r ]+(?:side|lung|base|apex|hemithorax))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))L(?:[\\t\\n\\f\\r .,;:/)]|\\z)'
    WHEN 'right'
    THEN :phrase RLIKE '(?d)(?iu:(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))(?:right|right-?sided|rt|rul|rml|rll|ruq|middle[\\t\\n\\f\\r -]+lobes?|both|bi-?(?:lateral|laterally|basilar|basal|apical|hilar)|(?:each|either)[\\t\\n\\f\\r ]+(?:side|lung|base|apex|hemithorax))(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])))|(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))R(?:[\\t\\n\\f\\r .,;:/)]|\\z)'
  END AS states_side
