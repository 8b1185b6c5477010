import { labels, regions, seedParents } from '../vocabulary/index.js';

/** A region as scene graphs name it. */
export interface Region {
  readonly bbox_name: string;
  readonly umls_name: string;
  /** One or more concept ids joined by `;;`. */
  readonly cuis: string;
  readonly has_bbox: boolean;
  readonly in_gold_26: boolean;
}

/**
 * A concept id that is not public is invented: of the form of a CUI, and above all that UMLS has given out (C99…). `place`: a number
 * below 10,000, the first digit its kind (1 regions, 2 labels, 3 comparisons, 4 faults).
 */
export function inventedCui(place: number, part = 0): string {
  return `C99${place}${part}`;
}

/** Invented ids of a name; one of two concepts (`;;`, `&&`) has two. */
function invented(kind: number, index: number, name: string): string[] {
  return name.split(/;;|&&/).map((_, part) => inventedCui(kind * 1000 + index, part));
}

/** All 46 regions by name, in object order. */
export const regionByName: ReadonlyMap<string, Region> = new Map(
  regions.map(({ bbox_name, umls_name, cuis, has_bbox, in_gold_26 }, i) => {
    const name = umls_name ?? `${bbox_name[0]!.toUpperCase()}${bbox_name.slice(1)}`;
    const ids = cuis.length > 0 ? cuis : invented(1, i, name);
    return [bbox_name, { bbox_name, umls_name: name, cuis: ids.join(';;'), has_bbox, in_gold_26 }];
  }),
);

/** A finding, and the findings that it implies. */
export interface Label {
  readonly category_id: string;
  readonly label_name: string;
  readonly is_cue: boolean;
  readonly cuis: string;
}

const all: Label[] = labels.map(({ category_id, label_name, is_cue, cuis }, i) => ({
  category_id,
  label_name,
  is_cue,
  cuis: (cuis.length > 0 ? cuis : invented(2, i, label_name)).join(';;'),
}));

/** The labels of the six categories of findings, by name. */
export const findingByName: ReadonlyMap<string, Label> = new Map(
  all.filter(({ is_cue }) => !is_cue).map((label) => [label.label_name, label] as const),
);

const idByString: ReadonlyMap<string, string> = new Map(
  all.flatMap(({ category_id, label_name, cuis }) =>
    ['yes', 'no'].map((relation): [string, string] => [`${category_id}|${relation}|${label_name}`, cuis]),
  ),
);

/** The concept ids that belong to an attribute string. */
export function attributeIds(attribute: string): string {
  return idByString.get(attribute)!;
}

/** `category|relation|label` of a finding. */
export function attributeString(label: string, relation: 'yes' | 'no'): string {
  return `${findingByName.get(label)!.category_id}|${relation}|${label}`;
}

/** All findings that a finding implies, nearest first. */
export function ancestors(label: string): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    for (const { label_name, parent } of seedParents.labels) {
      if (label_name !== name || found.has(parent)) continue;
      found.add(parent);
      visit(parent);
    }
  };
  visit(label);
  return [...found];
}

/** Concept name and id of each comparison. */
export const comparisonConcepts = {
  improved: { name: 'Improved', cui: inventedCui(3000) },
  worsened: { name: 'Worsened', cui: inventedCui(3001) },
  'no change': { name: 'No status change', cui: 'C0442739' },
} as const;

export type Comparison = keyof typeof comparisonConcepts;
