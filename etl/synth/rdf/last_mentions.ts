import { findingByName } from '../concepts.js';
import type { Report } from '../report/report.js';

/** What a report says last: for each region that it describes, the relation of each label of findings. */
export type LastMentions = Map<string, Map<string, 'yes' | 'no'>>;

/** The last mention wins; where one sentence says both, it affirms. */
export function lastMentions({ sentences }: Report): LastMentions {
  const last: LastMentions = new Map();
  for (const { attributes } of sentences) {
    for (const [bbox_name, strings] of attributes) {
      const relations = last.get(bbox_name) ?? new Map();
      last.set(bbox_name, relations);
      const said = strings.map((string) => string.split('|') as [string, 'yes' | 'no', string]);
      for (const wanted of ['no', 'yes'] as const) {
        for (const [, relation, label] of said) {
          if (relation === wanted && findingByName.has(label)) relations.set(label, relation);
        }
      }
    }
  }
  return last;
}
