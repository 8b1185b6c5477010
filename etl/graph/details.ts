import type { IssueCode } from '../diagnostics/codes.js';
import { typeName } from '../diagnostics/type_name.js';
import type { Place } from '../vocabulary/known.js';

// Details: values that no key and no coordinate needs. What is wrong with one costs this value, never its entry.
// `index` is the place of the value in the list of this key, where it is of a list.

/** Text; null for JSON null and absent keys, and, with an issue, for a value of another type. */
export function textOrNull(place: Place, key: string, value: unknown, index?: number): string | null {
  if (typeof value === 'string') return value;
  if (value !== null && value !== undefined) ignore(place, pathOf(key, index), 'text', value);
  return null;
}

/** A finite number; null for JSON null, and, with an issue, for what is none. */
export function numberOrNull(place: Place, key: string, value: unknown, index?: number): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value !== null) ignore(place, pathOf(key, index), 'a number', value);
  return null;
}

/**
 * A list of text. JSON null, an absent key and empty text are [], with the issue `missing` once per graph and key; other text is
 * the only element, with an issue; elements of other types are left out, each with an issue; so is what is no list at all.
 */
export function textsOf(
  place: Place,
  key: string,
  value: unknown,
  missing: IssueCode,
  index?: number,
): readonly string[] {
  if (isTextList(value)) return value;
  const path = pathOf(key, index);
  if (Array.isArray(value)) return textElements(place, path, value);
  if (value === null || value === undefined || value === '') {
    place.issues.addOnce(missing, `${place.pointer}${path}`, key, `'${key}'`);
    return [];
  }
  if (typeof value === 'string') {
    place.issues.add('text_as_list', `${place.pointer}${path}`, `text of ${value.length} characters`);
    return [value];
  }
  ignore(place, path, 'a list of text', value);
  return [];
}

/** Adds the issue of a value that is not used for its type. */
export function ignore(place: Place, path: string, expected: string, found: unknown): void {
  const detail = `expected ${expected}, found ${typeName(found)}`;
  place.issues.add('wrong_type_ignored', `${place.pointer}${path}`, detail);
}

function pathOf(key: string, index: number | undefined): string {
  return index === undefined ? `/${key}` : `/${key}/${index}`;
}

/** True for a list whose elements all are text. */
export function isTextList(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  for (const element of value) if (typeof element !== 'string') return false;
  return true;
}

function textElements(place: Place, path: string, list: readonly unknown[]): string[] {
  return list.filter((value, i): value is string => {
    if (typeof value !== 'string') ignore(place, `${path}/${i}`, 'text', value);
    return typeof value === 'string';
  });
}
