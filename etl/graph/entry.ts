import type { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import { typeName } from '../diagnostics/type_name.js';
import { isObject, type JsonObject } from './json.js';

/** The lists of a graph whose entries are read one by one. */
export const listNames = ['objects', 'attributes', 'relationships'] as const;

/** The name of one of them. */
export type ListName = (typeof listNames)[number];

/** The entry of one of the three lists that is being read, and where its issues go. */
export class Entry {
  constructor(
    readonly list: ListName,
    readonly index: number,
    readonly json: JsonObject,
    readonly issues: Issues,
  ) {}

  /** Its JSON pointer, e.g. /attributes/3: made anew each time, as it is hardly ever needed. */
  get pointer(): string {
    return `/${this.list}/${this.index}`;
  }
}

/**
 * The entry at a place of a list.
 * @throws Rejection not_an_object
 */
export function entryOf(list: ListName, index: number, value: unknown, issues: Issues): Entry {
  if (isObject(value)) return new Entry(list, index, value, issues);
  throw new Rejection('not_an_object', `/${list}/${index}`, `expected an object, found ${typeName(value)}`);
}
