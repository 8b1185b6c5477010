import type { GraphRef, InputLocation } from '../discover/input.js';
import type { FlatChunk } from '../flatten/flat_chunk.js';
import type { GraphHead } from '../plan/identify.js';
import type { PlannedGraph } from '../plan/planned_graph.js';

/** What a worker is told when it starts. */
export interface WorkerOptions {
  readonly withText: boolean;
}

/** What a worker is told before its first task, when the input has been found. */
export interface Opening {
  readonly kind: 'open';
  readonly location: InputLocation;
}

/** What a worker is asked. */
export type Task =
  | { readonly kind: 'identify'; readonly refs: readonly GraphRef[] }
  | { readonly kind: 'flatten'; readonly graphs: readonly PlannedGraph[] };

/** What a worker answers to each kind of task. */
export interface Answers {
  readonly identify: readonly GraphHead[];
  readonly flatten: FlatChunk;
}
