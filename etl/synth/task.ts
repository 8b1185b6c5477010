import type { Chunk, Cohort } from './cohort.js';
import type { GraphCounts } from './counts.js';
import type { ListPath } from './lists.js';

/** What a worker is told once. */
export interface WorkerOptions {
  readonly cohort: Cohort;
}

/** A member whose packed bytes lie in the data of its chunk. */
export interface PackedMember {
  readonly name: string;
  readonly size: number;
  readonly crc32: number;
  readonly start: number;
  readonly end: number;
}

/** All that one chunk of patients adds to a release. */
export interface ChunkOutput {
  readonly members: readonly PackedMember[];
  readonly data: Uint8Array;
  readonly lists: Partial<Record<ListPath, string>>;
  readonly rows: Partial<Record<ListPath, number>>;
  readonly counts: GraphCounts;
  /** Studies with a graph. */
  readonly studies: number;
}

export type Task = Chunk;
