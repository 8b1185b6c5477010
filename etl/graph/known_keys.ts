import type { Entry } from './entry.js';

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

  /** Adds an issue for each key of an entry that is not documented; `dynamic` is the key named like its region. */
  check(entry: Entry, dynamic?: string): void {
    if (this.#areLast(entry, dynamic)) return;
    const keys = Object.keys(entry.json).filter((key) => key !== dynamic);
    const unknown = keys.filter((key) => !this.#known.has(key));
    for (const key of unknown) entry.issues.addOnce('unknown_key', entry.pointer, key);
    if (unknown.length === 0) this.#last = keys;
  }

  #areLast({ json }: Entry, dynamic: string | undefined): boolean {
    let i = 0;
    for (const key in json) if (key !== dynamic && key !== this.#last[i++]) return false;
    return i === this.#last.length;
  }
}
