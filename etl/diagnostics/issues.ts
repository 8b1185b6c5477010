import type { IssueCode } from './codes.js';
import type { Issue } from './issue.js';
import { quote } from './quote.js';

/** The issues of one graph, as they are found. */
export class Issues {
  readonly list: Issue[] = [];
  /** Place in the list of what was added once. */
  #seen: Map<string, number> | undefined;

  /** Adds an issue at a JSON pointer. */
  add(code: IssueCode, location: string, detail: string): void {
    this.list.push({ code, location, detail });
  }

  /** Adds an issue of a value, at the first place where the graph has it. */
  addOnce(code: IssueCode, location: string, value: string): void {
    const key = `${code} ${value}`;
    this.#seen ??= new Map();
    if (this.#seen.has(key)) return;
    this.#seen.set(key, this.list.length);
    this.add(code, location, quote(value));
  }

  /** Drops the issues from this place in the list on: those of an entry that is rejected. */
  truncate(length: number): void {
    this.list.length = length;
    for (const [key, place] of this.#seen ?? []) if (place >= length) this.#seen!.delete(key);
  }
}
