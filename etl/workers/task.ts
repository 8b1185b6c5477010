import type { GraphRef, InputLocation } from '../discover/input.js';
import type { FlatChunk } from '../fast_path/flat_chunk.js';
import type { Limits } from '../limits.js';
import type { GraphHead } from '../plan/identify.js';
import type { PlannedGraph } from '../plan/planned_graph.js';

/** What every flatten worker gets when it starts. */
export interface WorkerOptions {
  readonly withText: boolean;
  /** True sends every graph the careful way. */
  readonly careful: boolean;
  readonly limits: Limits;
}

/** What flatten workers can be asked; all tasks of a pool are about one input. */
export type FlattenTasks = {
  /** Where some graphs belong, in their order. */
  identify(task: { readonly location: InputLocation; readonly refs: readonly GraphRef[] }): GraphHead[];
  /** The rows of some chunks, each given by its graphs. */
  flatten(task: {
    readonly location: InputLocation;
    readonly chunks: readonly (readonly PlannedGraph[])[];
  }): FlatChunk[];
};
