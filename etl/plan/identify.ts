import { Issues } from '../diagnostics/issues.js';
import { type Rejected, Rejection } from '../diagnostics/rejection.js';
import type { GraphReader } from '../discover/graph_reader.js';
import type { GraphRef } from '../discover/input.js';
import type { Identity } from '../graph/identity.js';
import { readGraph } from '../graph/scene_graph.js';
import { LIMITS, type Limits } from '../limits.js';
import { readHead } from './head.js';

/** What the plan learns of one graph: where it belongs, or why it is rejected. Crosses from the workers. */
export type GraphHead = Identity | { readonly rejection: Rejected };

/** Identifies one graph by its head, or by the whole graph where the head does not suffice. */
export function identify(reader: GraphReader, ref: GraphRef, limits: Limits = LIMITS): GraphHead {
  try {
    return (
      readHead(reader.head(ref)) ?? readGraph(reader.read(ref), new Issues(), undefined, limits).identity
    );
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code, pointer, message, image_id } = error;
    return { rejection: { code, pointer, message, image_id } };
  }
}
