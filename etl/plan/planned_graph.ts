import type { GraphRef } from '../discover/input.js';
import type { Identity } from '../graph/identity.js';

/** A graph with its place in the warehouse. */
export interface PlannedGraph extends Identity {
  readonly ref: GraphRef;
}
