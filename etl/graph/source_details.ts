import { isObject, type JsonObject } from './json.js';

/**
 * value: what stands at the pointer · absent: nothing does, where a graph as documented has a value · rejected: an entry that is in
 * quarantine · repeated: an earlier value of a key that its object holds again, as written.
 */
export type DetailKind = 'value' | 'absent' | 'rejected' | 'repeated';

/** What the tables cannot give back of a graph: a row of `source_details`. */
export interface SourceDetail {
  /** JSON pointer, RFC 6901. */
  readonly pointer: string;
  readonly kind: DetailKind;
  /** JSON; null where nothing is there. */
  readonly value: string | null;
}

/** Differences of one entry that are kept one by one: one with more is kept whole. */
const MOST_OF_ENTRY = 8;

/** Rows of one graph: one with more is kept whole, in one row. */
const MOST_OF_GRAPH = 1000;

/** Gathers the details of one graph. */
export class SourceDetails {
  #rows: SourceDetail[] = [];

  /** Compares the root of a graph, but for these keys of it. */
  addRoot(json: JsonObject, canonical: JsonObject, others: readonly string[]): void {
    const root: JsonObject = Object.fromEntries(
      Object.entries(json).filter(([key]) => !others.includes(key)),
    );
    compare(root, canonical, '', this.#rows);
  }

  /** Compares an entry with what its rows say. */
  addEntry(pointer: string, json: JsonObject, canonical: JsonObject): void {
    const differences: SourceDetail[] = [];
    compare(json, canonical, pointer, differences);
    if (differences.length > MOST_OF_ENTRY) this.add(pointer, 'value', JSON.stringify(json));
    else for (const difference of differences) this.#rows.push(difference);
  }

  add(pointer: string, kind: DetailKind, value: string | null): void {
    this.#rows.push({ pointer, kind, value });
  }

  /** The rows of the graph. */
  rows(json: JsonObject): readonly SourceDetail[] {
    if (this.#rows.length <= MOST_OF_GRAPH) return this.#rows;
    return [{ pointer: '', kind: 'value', value: JSON.stringify(json) }];
  }
}

/** Adds where a value differs from another, as deep down as both have the same form. */
function compare(found: unknown, canonical: unknown, pointer: string, rows: SourceDetail[]): void {
  if (isObject(found) && isObject(canonical)) {
    for (const key in canonical) {
      const below = `${pointer}/${escaped(key)}`;
      if (!Object.hasOwn(found, key)) rows.push({ pointer: below, kind: 'absent', value: null });
      else compare(found[key], canonical[key], below, rows);
    }
    for (const key of Object.keys(found)) {
      if (!Object.hasOwn(canonical, key)) rows.push(detailOf(`${pointer}/${escaped(key)}`, found[key]));
    }
  } else if (Array.isArray(found) && Array.isArray(canonical) && found.length === canonical.length) {
    for (let i = 0; i < found.length; i++) compare(found[i], canonical[i], `${pointer}/${i}`, rows);
  } else if (found !== canonical) rows.push(detailOf(pointer, found));
}

function detailOf(pointer: string, value: unknown): SourceDetail {
  return { pointer, kind: 'value', value: JSON.stringify(value) };
}

/** A key as a step of a JSON pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys and indexes of a JSON pointer. */
export function stepsOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
