import type { Table as ArrowTable } from 'apache-arrow';
import { interleave } from '../arrow/interleave.js';
import type { Provenance } from '../diagnostics/provenance.js';
import { Chunk as CarefulChunk } from '../flatten/chunk.js';
import type { Identity } from '../graph/identity.js';
import { LIMITS, type Limits } from '../limits.js';
import { withoutText } from '../schema/index.js';
import type { FastPath } from './fast_path.js';
import { FastTables } from './fast_tables.js';
import { CAREFUL, FAST, Turns } from './turns.js';

/** All rows of one chunk of graphs, each read by the fast path where it can be, and else by the careful one. */
export class Chunk {
  readonly #fast: FastPath | undefined;
  readonly #careful: CarefulChunk;
  readonly #turns: Turns;
  /** Number of graphs that took the careful path. */
  carefulGraphs = 0;

  /**
   * @param withText false leaves all free text out
   * @param fast undefined: every graph takes the careful path. It holds the rows of one chunk at a time
   */
  constructor(
    readonly withText: boolean,
    fast: FastPath | undefined,
    limits: Limits = LIMITS,
  ) {
    this.#fast = fast;
    fast?.clear();
    this.#careful = new CarefulChunk(withText, limits);
    this.#turns = new Turns((way) =>
      way === FAST ? this.#fast!.allRows() : this.#careful.perImage.map(({ length }) => length),
    );
  }

  /** Adds one graph; what is wrong with it becomes rows of quarantine and data_issues, never an exception. */
  add(read: () => Buffer, from: Provenance, expected: Identity): void {
    const { bytes, again } = readOnce(read);
    if (bytes && this.#fast?.add(bytes, expected, this.withText)) this.#turns.take(FAST);
    else {
      this.#turns.take(CAREFUL);
      this.#careful.add(again, from, expected);
      this.carefulGraphs++;
    }
  }

  /** The tables that the build writes, by name, in buffers of their own. The chunk is empty then. */
  finish(): Map<string, ArrowTable> {
    const { perImage, tables, dictionaries } = this.#careful;
    const fast = this.#fast && new FastTables(this.#fast, dictionaries, this.withText);
    const finished = new Map<string, ArrowTable>();
    tables.forEach((builder, i) => {
      const table = withoutText(builder.table, this.withText);
      if (!table) return;
      const ofFast = i < perImage.length ? fast?.table(table) : undefined;
      finished.set(table.name, this.#joined(ofFast, builder.toArrow(table), i));
    });
    this.#careful.release();
    return finished;
  }

  /** The rows of one table, given by its place, of both ways. */
  #joined(fast: ArrowTable | undefined, careful: ArrowTable, table: number): ArrowTable {
    if (!fast) return interleave([careful], [{ table: 0, from: 0, to: careful.numRows }]);
    return this.carefulGraphs === 0 ? fast : interleave([fast, careful], this.#turns.runs(table));
  }
}

interface ReadGraph {
  /** Undefined when they could not be read. */
  readonly bytes?: Buffer;
  /** Gives the bytes, or throws what was thrown. */
  again(): Buffer;
}

function readOnce(read: () => Buffer): ReadGraph {
  try {
    const bytes = read();
    return { bytes, again: () => bytes };
  } catch (error) {
    return {
      again: () => {
        throw error;
      },
    };
  }
}
