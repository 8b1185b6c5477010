import type { Data } from 'apache-arrow';
import type { BufferPool } from './buffer_pool.js';

/** A column that becomes Arrow data. */
export interface ArrowColumn {
  /** Number of rows. */
  readonly length: number;
  /** Name of its dictionary, where it has one: columns of one domain share their dictionary. */
  readonly domain?: string | undefined;
  /** Its rows as Arrow data, which may share the buffers of the column. */
  toArrow(): Data;
}

/** A column that grows by one row at a time with its own `push`, and becomes Arrow data once. */
export interface Column extends ArrowColumn {
  /** Drops all rows from this one on. */
  truncate(length: number): void;
  /** Hands its buffers on to the next column; neither it nor its Arrow data may be used any more. */
  release(): void;
}

/**
 * A column whose rows are numbers in a buffer of a pool. Each kind pushes by its own code: shared code would see
 * two kinds of buffers, and be compiled for both.
 */
export abstract class BufferColumn<B extends Int32Array | Float64Array> implements Column {
  readonly #pool: BufferPool<B>;
  protected buffer: B;
  length = 0;

  constructor(pool: BufferPool<B>) {
    this.#pool = pool;
    this.buffer = pool.acquire();
  }

  /** Makes room for more rows. */
  protected grow(): void {
    this.buffer = this.#pool.grow(this.buffer);
  }

  truncate(length: number): void {
    this.length = length;
  }

  abstract toArrow(): Data;

  release(): void {
    this.#pool.release(this.buffer);
  }
}
