import type { Chunk, Cohort } from './cohort.js';
import type { GraphCounts } from './counts.js';
import type { DefectPlan } from './defects/plan.js';
import type { ListPath } from './lists.js';
import type { ReconciliationCounts } from './reconciliation.js';
import type { RelationsByRegion } from './relations_without_box.js';
import type { Member } from './zip_writer.js';

/** What every worker gets when it starts. */
export interface WorkerOptions {
  readonly cohort: Cohort;
  readonly defects: DefectPlan;
}

/** A member whose packed bytes lie in the data of its chunk. */
export interface PackedMember extends Omit<Member, 'packed'> {
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
  readonly relations: RelationsByRegion;
  readonly differences: ReconciliationCounts;
  /** Studies with a graph that a sound reader loads. */
  readonly studies: number;
}

/** What workers can be asked. */
export type SynthTasks = {
  /** The graphs of a chunk of patients, and their lines of the lists. */
  write(chunk: Chunk): ChunkOutput;
};
