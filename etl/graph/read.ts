import type { Issues } from '../diagnostics/issue.js';
import { Rejection, typeName } from '../diagnostics/rejection.js';
import { LARGEST_INTEGER } from './identity.js';
import type { JsonObject } from './parse.js';

/** The lists of a graph whose entries are read one by one. */
export type ListName = 'objects' | 'attributes' | 'relationships';

/** The entry of one of the three lists that is being read, and where its issues go. */
export class Entry {
  constructor(
    readonly list: ListName,
    readonly index: number,
    readonly json: JsonObject,
    readonly issues: Issues,
  ) {}

  /** Its JSON pointer, e.g. /attributes/3. Composed when something has to be told: hardly ever. */
  get pointer(): string {
    return `/${this.list}/${this.index}`;
  }
}

function wrong(entry: Entry, key: string, expected: string, found: unknown): Rejection {
  return new Rejection('wrong_type', entry.pointer, `${key}: expected ${expected}, found ${typeName(found)}`);
}

/** Text, or null for JSON null and absent keys. */
export function optionalText(entry: Entry, key: string): string | null {
  const value = entry.json[key];
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  throw wrong(entry, key, 'text', value);
}

/** Text that must be there. */
export function requiredText(entry: Entry, key: string): string {
  const value = entry.json[key];
  if (typeof value === 'string') return value;
  if (value === undefined)
    throw new Rejection('missing_key', entry.pointer, `expected ${key}, found no such key`);
  throw wrong(entry, key, 'text', value);
}

/** A list that must be there, of anything. */
export function requiredList(entry: Entry, key: string): unknown[] {
  const value = entry.json[key];
  if (Array.isArray(value)) return value;
  if (value === undefined)
    throw new Rejection('missing_list', entry.pointer, `expected the list ${key}, found no such key`);
  throw wrong(entry, key, 'a list', value);
}

/** Checks that every element of a list is text. */
export function textList(entry: Entry, key: string, list: unknown): string[] {
  if (!Array.isArray(list)) throw wrong(entry, key, 'a list', list);
  for (const value of list) if (typeof value !== 'string') throw wrong(entry, key, 'a list of text', value);
  return list as string[];
}

/** A list of text that must be there. */
export function requiredTextList(entry: Entry, key: string): string[] {
  return textList(entry, key, requiredList(entry, key));
}

/** A whole number of pixels or null; a fraction is rounded to the nearest and reported. `value` is that of the key. */
export function coordinate(entry: Entry, key: string, value: unknown): number | null {
  if (typeof value === 'number' && (value | 0) === value && value > -LARGEST_INTEGER) return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number') throw wrong(entry, key, 'a number', value);
  const rounded = Number.isInteger(value) ? value : Math.round(value);
  if (Math.abs(rounded) > LARGEST_INTEGER) {
    throw new Rejection('wrong_type', entry.pointer, `${key}: expected a 32-bit number, found a larger one`);
  }
  if (rounded !== value)
    entry.issues.report('fractional_coordinate', `${entry.pointer}/${key}`, String(value));
  return rounded;
}

/** The number behind the last | of a phrase_id, or null. */
export function sentenceNumber(phraseId: string): number | null {
  const text = phraseId.slice(phraseId.lastIndexOf('|') + 1);
  if (text.length === phraseId.length || !/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return null;
  return Number(text);
}
