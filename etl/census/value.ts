import { formOf, lengthRange } from './form.js';
import { count, type FieldCounts } from './tally.js';

/** What a census may say of the texts of a field, apart from their number. */
export type TextKind =
  /** Free text: lengths alone. */
  | 'text'
  /** Ids, dates, strings of a fixed form: their forms. */
  | 'form'
  /** Members of a closed list by name; of all others, lengths. */
  | ReadonlySet<string>;

/** Forms that one field may have before further ones are counted as one: a form is short, but free text has many. */
const MOST_FORMS = 400;

/** The JSON type of a value, numbers in two. */
export function typeOf(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value === 'string' ? 'text' : typeof value;
}

/** Counts a value: its type, and of a text what its kind allows. */
export function countValue(counts: FieldCounts, value: unknown, kind: TextKind, patient: number | undefined) {
  count(counts, `type ${typeOf(value)}`, patient);
  if (typeof value === 'string') countText(counts, value, kind, patient);
  else if (typeof value === 'number' && kind === 'form') {
    count(counts, `form ${formOf(String(value)) ?? 'other'}`, patient);
  }
}

/** Counts a text by what its kind allows. */
export function countText(counts: FieldCounts, text: string, kind: TextKind, patient: number | undefined) {
  if (kind === 'text') count(counts, `length ${lengthRange(text.length)}`, patient);
  else if (kind === 'form') {
    const form = `form ${formOf(text) ?? 'other'}`;
    count(counts, counts.has(form) || counts.size < MOST_FORMS ? form : 'form other', patient);
  } else if (kind.has(text)) count(counts, `member ${text}`, patient);
  else {
    count(counts, 'other', patient);
    count(counts, `other of length ${lengthRange(text.length)}`, patient);
  }
}

/** Counts what should hold of every member of a list, as true or false. */
export function countWhether(
  counts: FieldCounts,
  what: string,
  isTrue: boolean,
  patient: number | undefined,
) {
  count(counts, `${what}: ${isTrue ? 'yes' : 'no'}`, patient);
}
