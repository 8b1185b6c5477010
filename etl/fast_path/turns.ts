import type { Run } from '../arrow/interleave.js';

/** The ways that a graph can take: numbers of the tables that are interleaved. */
export const FAST = 0;
export const CAREFUL = 1;
export type Way = typeof FAST | typeof CAREFUL;

/** Neighbouring graphs that took the same way, and how many rows of each table that way had at their end. */
interface Turn {
  readonly way: Way;
  readonly ends: readonly number[];
}

/** Which way the graphs of a chunk took, in their order. */
export class Turns {
  readonly #rowsOf: (way: Way) => readonly number[];
  readonly #ended: Turn[] = [];
  #way: Way | undefined;

  /** @param rowsOf the rows of each table that a way has so far */
  constructor(rowsOf: (way: Way) => readonly number[]) {
    this.#rowsOf = rowsOf;
  }

  /** The graph that comes now takes this way. */
  take(way: Way): void {
    if (way === this.#way) return;
    this.#end();
    this.#way = way;
  }

  /** The rows of a table, given by its place, in the order of the graphs. */
  runs(table: number): Run[] {
    const rows = [0, 0];
    const turns = this.#way === undefined ? this.#ended : [...this.#ended, this.#current(this.#way)];
    return turns.map(({ way, ends }) => {
      const run = { table: way, from: rows[way]!, to: ends[table]! };
      rows[way] = run.to;
      return run;
    });
  }

  #end(): void {
    if (this.#way !== undefined) this.#ended.push(this.#current(this.#way));
  }

  #current(way: Way): Turn {
    return { way, ends: this.#rowsOf(way) };
  }
}
