import { Rejection } from '../diagnostics/rejection.js';
import { typeName } from '../diagnostics/type_name.js';
import { ignore } from './details.js';
import type { Entry } from './entry.js';
import { LARGEST_INTEGER } from './identity.js';

/** The rejection of an entry for the type of a value. */
function wrongType(entry: Entry, key: string, expected: string, found: unknown): Rejection {
  return new Rejection('wrong_type', entry.pointer, `${key}: expected ${expected}, found ${typeName(found)}`);
}

/** Text that must be there. */
export function requiredText(entry: Entry, key: string): string {
  const value = entry.json[key];
  if (typeof value === 'string') return value;
  if (value === undefined)
    throw new Rejection('missing_key', entry.pointer, `expected ${key}, found no such key`);
  throw wrongType(entry, key, 'text', value);
}

/** A list that must be there, of anything. */
export function requiredList(entry: Entry, key: string): unknown[] {
  const value = entry.json[key];
  if (Array.isArray(value)) return value;
  if (value === undefined)
    throw new Rejection('missing_list', entry.pointer, `expected the list ${key}, found no such key`);
  throw wrongType(entry, key, 'a list', value);
}

/** Checks that every element of a list is text. */
export function textList(entry: Entry, key: string, list: unknown): string[] {
  if (!Array.isArray(list)) throw wrongType(entry, key, 'a list', list);
  for (const value of list)
    if (typeof value !== 'string') throw wrongType(entry, key, 'a list of text', value);
  return list as string[];
}

/** A list of text that must be there. */
export function requiredTextList(entry: Entry, key: string): string[] {
  return textList(entry, key, requiredList(entry, key));
}

/**
 * A list of details that runs parallel to another of this length; null, with an issue, where the value is no list.
 * @throws Rejection missing_list or length_mismatch
 */
export function detailList(entry: Entry, key: string, length: number): unknown[] | null {
  const value = entry.json[key];
  if (Array.isArray(value)) {
    expectLength(entry, key, value, length);
    return value;
  }
  if (value === undefined) return requiredList(entry, key);
  ignore(entry, `/${key}`, 'a list', value);
  return null;
}

/** Checks that a list has as many elements as the one that it runs parallel to. */
export function expectLength(entry: Entry, key: string, list: readonly unknown[], length: number): void {
  if (list.length === length) return;
  throw new Rejection(
    'length_mismatch',
    entry.pointer,
    `${key}: expected ${length} elements, found ${list.length}`,
  );
}

/** A whole number of pixels or null; a fraction is rounded to the nearest, with an issue. `value` is that of the key. */
export function coordinate(entry: Entry, key: string, value: unknown): number | null {
  if (typeof value === 'number' && (value | 0) === value && value > -LARGEST_INTEGER) return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number') throw wrongType(entry, key, 'a number', value);
  const rounded = Number.isInteger(value) ? value : Math.round(value);
  if (Math.abs(rounded) > LARGEST_INTEGER) {
    throw new Rejection('wrong_type', entry.pointer, `${key}: expected a 32-bit number, found a larger one`);
  }
  if (rounded !== value) entry.issues.add('fractional_coordinate', `${entry.pointer}/${key}`, String(value));
  return rounded;
}
