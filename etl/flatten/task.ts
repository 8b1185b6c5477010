import type { GraphRef, InputLocation } from '../discover/input.js';
import type { Identity } from '../graph/identity.js';
import type { Identified } from '../plan/identify.js';

/** A graph with its place in the warehouse. */
export interface PlannedGraph extends Identity {
  readonly ref: GraphRef;
}

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

/** One chunk as Arrow tables, each an IPC stream, with their numbers of rows. */
export interface FlatChunk {
  readonly tables: Readonly<Record<string, Uint8Array>>;
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over size and checksum of each graph that was read. */
  readonly fingerprint: string;
}

/** What a worker answers to each kind of task. */
export interface Answers {
  readonly identify: readonly Identified[];
  readonly flatten: FlatChunk;
}
