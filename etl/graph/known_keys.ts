import type { Entry } from './read.js';

/** The keys that the format documents for one kind of entry. */
export class KnownKeys {
  readonly #known: ReadonlySet<string>;
  /** Keys of the last entry that had documented ones only. Entries hardly ever differ, and to compare is quicker than to look up. */
  #last: readonly string[] = [];

  constructor(known: Iterable<string>) {
    this.#known = new Set(known);
  }

  has(key: string): boolean {
    return this.#known.has(key);
  }

  /** Reports the keys of an entry that are not documented; `dynamic` is the key named like its region. */
  report(entry: Entry, dynamic?: string): void {
    const keys = Object.keys(entry.json);
    const own = keys[0] === dynamic ? keys.slice(1) : keys;
    if (areSame(own, this.#last)) return;
    const unknown = own.filter((key) => !this.#known.has(key) && key !== dynamic);
    for (const key of unknown) entry.issues.reportOnce('unknown_key', entry.pointer, key);
    if (unknown.length === 0) this.#last = own;
  }
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
