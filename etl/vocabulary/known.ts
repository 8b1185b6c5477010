import type { IssueCode } from '../diagnostics/codes.js';
import type { Issues } from '../diagnostics/issues.js';
import { comparisons, labels, regions, relations, sections, viewpoints } from './index.js';

/** What the dataset documents of each field that has a vocabulary; a label is known within its category. */
const known = {
  viewpoint: new Set<string>(viewpoints),
  region: new Set(regions.map(({ bbox_name }) => bbox_name)),
  section: new Set<string>(sections),
  category: new Set(labels.map(({ category_id }) => category_id)),
  label: new Set(labels.map(({ category_id, label_name }) => `${category_id}|${label_name}`)),
  relation: new Set<string>(relations),
  comparison: new Set<string>(comparisons),
} satisfies Record<string, ReadonlySet<string>>;

/** A field that has a vocabulary. */
export type Term = keyof typeof known;

/** Where values are read: JSON pointers start at its own, which is made only where it is needed. */
export interface Place {
  readonly issues: Issues;
  readonly pointer: string;
}

/** True when the dataset documents the value. */
export function isKnown(term: Term, value: string): boolean {
  return known[term].has(value);
}

/**
 * Adds an issue, once per graph, where the dataset does not document the value.
 * @param path pointer of the value from the place on, e.g. /bbox_name
 */
export function expectKnown(term: Term, value: string, place: Place, path: string): void {
  if (!known[term].has(value)) addUnknown(term, value, place, path);
}

/** Adds the issue of an unknown value, once per graph. */
export function addUnknown(term: Term, value: string, place: Place, path: string): void {
  const code: IssueCode = `unknown_${term}`;
  place.issues.addOnce(code, `${place.pointer}${path}`, value);
}
