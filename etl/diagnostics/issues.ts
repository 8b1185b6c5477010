import { LIMITS, type Limits } from '../limits.js';
import type { IssueCode } from './codes.js';
import type { Issue } from './issue.js';
import { quote } from './quote.js';

/** The issues of one graph until a place in it, to go back to. */
export interface Mark {
  readonly length: number;
  readonly counts: ReadonlyMap<IssueCode, number>;
}

/** A value of a key that its object holds again, as written, and its JSON pointer. */
export interface EarlierValue {
  readonly pointer: string;
  readonly value: string;
}

/** The issues of one graph, as they are found: of each code the first, and of the others how many there are. */
export class Issues {
  readonly #most: number;
  readonly #list: Issue[] = [];
  #counts = new Map<IssueCode, number>();
  readonly #earlier: EarlierValue[] = [];
  /** Place in the list of what was added once. */
  #seen: Map<string, number> | undefined;

  /** @param withText false: no detail repeats a value */
  constructor(
    { diagnostics }: Pick<Limits, 'diagnostics'> = LIMITS,
    readonly withText = true,
  ) {
    this.#most = diagnostics;
  }

  /** What was added, and last a row for each code that has more than that. */
  get list(): readonly Issue[] {
    const further = [...this.#counts].filter(([, count]) => count > this.#most);
    if (further.length === 0) return this.#list;
    const rows = further.map(([code, count]): Issue => {
      return { code, location: '', detail: `${count - this.#most} further places` };
    });
    return [...this.#list, ...rows];
  }

  /** The values that repeated keys have replaced. */
  get earlier(): readonly EarlierValue[] {
    return this.#earlier;
  }

  /** Adds a value that a repeated key has replaced. */
  addEarlier(value: EarlierValue): void {
    this.#earlier.push(value);
  }

  /** Adds an issue at a JSON pointer. */
  add(code: IssueCode, location: string, detail: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= this.#most) this.#list.push({ code, location, detail });
  }

  /** Adds an issue of a value, at the first place where the graph has it. @param detail what is said of it */
  addOnce(code: IssueCode, location: string, value: string, detail = quote(value, this.withText)): void {
    const key = `${code} ${value}`;
    this.#seen ??= new Map();
    if (this.#seen.has(key)) return;
    this.#seen.set(key, this.#list.length);
    this.add(code, location, detail);
  }

  /** Where an entry begins. */
  mark(): Mark {
    return { length: this.#list.length, counts: this.#counts.size === 0 ? none : new Map(this.#counts) };
  }

  /** Drops the issues since a mark: those of an entry that is rejected. */
  backTo({ length, counts }: Mark): void {
    this.#list.length = length;
    this.#counts = new Map(counts);
    for (const [key, place] of this.#seen ?? []) if (place >= length) this.#seen!.delete(key);
  }
}

const none: Mark['counts'] = new Map();
