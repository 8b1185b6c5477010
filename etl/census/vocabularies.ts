import { comparisons, labels, regions, relations, sections, viewpoints } from '../vocabulary/index.js';

/** The closed lists that ship with the project: their members may be named in a census. */
export const members = {
  regions: new Set(regions.map(({ bbox_name }) => bbox_name)),
  umlsNames: new Set(regions.flatMap(({ umls_name }) => (umls_name ? [umls_name] : []))),
  categories: new Set([...labels.map(({ category_id }) => category_id), 'comparison']),
  labels: new Set([
    ...labels.map(({ category_id, label_name }) => `${category_id}|${label_name}`),
    ...comparisons.map((name) => `comparison|${name}`),
  ]),
  labelNames: new Set(labels.map(({ label_name }) => label_name)),
  relations: new Set<string>(relations),
  sections: new Set<string>(sections),
  viewpoints: new Set<string>([...viewpoints, 'LATERAL', 'LL', 'RL', 'OTHER', 'UNKNOWN']),
  comparisons: new Set<string>(comparisons),
  comparisonNames: new Set(comparisons.map((name) => `comparison|yes|${name}`)),
  genders: new Set(['F', 'M']),
  deciles: new Set(Array.from({ length: 11 }, (_, i) => `${i * 10}-${i * 10 + 10}`)),
  splits: new Set(['train', 'validate', 'valid', 'test']),
  annotators: new Set(['1_C', '1_W', '2_J', '2_S']),
} as const satisfies Record<string, ReadonlySet<string>>;
