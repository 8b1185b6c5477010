import { Issues } from '../diagnostics/issues.js';
import { type Rejected, Rejection } from '../diagnostics/rejection.js';
import type { GraphReader } from '../discover/graph_reader.js';
import type { GraphRef } from '../discover/input.js';
import type { Identity } from '../graph/identity.js';
import { readGraph } from '../graph/scene_graph.js';
import { LIMITS, type Limits } from '../limits.js';
import { isId } from '../vocabulary/withheld.js';
import { readHead } from './head.js';

/** What the plan learns of one graph: where it belongs, or why it is rejected, and what changes when it does. Crosses from the workers. */
export type GraphHead = (Identity | { readonly rejection: Rejected }) & { readonly stamp: string };

/** How graphs are identified. */
export interface IdentifyOptions {
  readonly limits?: Limits;
  /** False: an image_id that is none is not repeated anywhere, and its graph is rejected. */
  readonly withText?: boolean;
}

/** Identifies one graph by its head, or by the whole graph where the head does not suffice. */
export function identify(reader: GraphReader, ref: GraphRef, options: IdentifyOptions = {}): GraphHead {
  const { limits = LIMITS, withText = true } = options;
  const stamp = reader.stamp(ref); // before anything is read: what changes later has another one
  const readWhole = () =>
    readGraph(reader.read(ref), new Issues(limits, withText), undefined, limits).identity;
  try {
    const identity = readHead(reader.head(ref)) ?? readWhole();
    if (withText || isId(identity.image_id)) return { ...identity, stamp };
    throw new Rejection('bad_id', '', 'image_id: expected a dicom_id without blanks, found other text');
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { code, pointer, message, image_id } = error;
    return { rejection: { code, pointer, message, image_id }, stamp };
  }
}
