import { isDeepStrictEqual } from 'node:util';
import { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import type { GraphReader } from '../discover/graph_reader.js';
import { rejectDeepNesting } from '../graph/nesting.js';
import { type Graph, readGraph } from '../graph/scene_graph.js';
import type { PlannedGraph } from '../plan/planned_graph.js';

/** What becomes of a graph whose image_id another graph also has. */
export type Resolution = 'keep' | 'different' | 'equal';

/**
 * Judges the graphs of one image, given in the order that decides: the first sound one is kept. An unsound one
 * is kept too, for the flatten stage to reject it by its own fault.
 */
export function resolveDuplicates(candidates: readonly PlannedGraph[], reader: GraphReader): Resolution[] {
  let first: Graph | undefined;
  return candidates.map((candidate) => {
    const graph = readSound(reader, candidate);
    if (!graph) return 'keep';
    if (!first) {
      first = graph;
      return 'keep';
    }
    return isDeepStrictEqual(first.json, graph.json) ? 'equal' : 'different';
  });
}

/** The graph as the flatten stage will read it, or undefined when it will reject it. */
function readSound(reader: GraphReader, { ref, ...identity }: PlannedGraph): Graph | undefined {
  try {
    const graph = readGraph(reader.read(ref), new Issues(), identity);
    rejectDeepNesting(graph.json);
    return graph;
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
