import { literal } from '../schema/ddl.js';
import classes from '../vocabulary/finding_classes.json' with { type: 'json' };
import { labels } from '../vocabulary/index.js';

/** `views/label_crosswalk.sql`: which findings stand for each label of CheXpert and NegBio, from `etl/vocabulary`. */
export function labelCrosswalkFile(): string {
  const rows = Object.entries(classes).flatMap(([report_label, names]) =>
    names.map((label_name) => {
      const { category_id } = labels.find((label) => label.label_name === label_name)!;
      return `(${[report_label, category_id, label_name].map(literal).join(', ')})`;
    }),
  );
  return `-- label_crosswalk: Which findings of the graphs stand for a label of CheXpert and NegBio
-- grain: report_label × category_id × label_name
-- rule: a label is affirmed where one of its findings is; a finding may stand for two labels. No Finding has no row: it is affirmed
--   where no other label but Support Devices is. Findings without a row stand for none. Written by \`npm run docs\` from etl/vocabulary
-- tie-break: none
-- source: by name and definition; the map of the papers that compare these labels is not public
-- columns:
--   report_label: label of CheXpert and NegBio
--   category_id, label_name
from (values
  ${rows.join(',\n  ')}
) as crosswalk (report_label, category_id, label_name)
`;
}
