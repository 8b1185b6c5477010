import { isDeepStrictEqual } from 'node:util';
import type { GraphRef } from '../discover/input.js';
import type { GraphReader } from '../discover/reader.js';
import { type Graph, readGraph } from '../flatten/graph.js';
import { Issues } from '../graph/issue.js';
import { Rejection } from '../graph/rejection.js';

/** What becomes of a graph whose image_id another graph also has. */
export type Verdict = 'keep' | 'different' | 'equal';

/**
 * Judges the graphs of one image, given in the order that decides: the first sound one is kept. An unsound one
 * is kept too, for the flatten stage to reject it by its own fault.
 */
export function judge(candidates: readonly GraphRef[], reader: GraphReader): Verdict[] {
  let first: Graph | undefined;
  return candidates.map((ref) => {
    const graph = readSound(reader, ref);
    if (!graph) return 'keep';
    if (!first) {
      first = graph;
      return 'keep';
    }
    return isDeepStrictEqual(first.json, graph.json) ? 'equal' : 'different';
  });
}

function readSound(reader: GraphReader, ref: GraphRef): Graph | undefined {
  try {
    return readGraph(reader.read(ref), new Issues());
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
