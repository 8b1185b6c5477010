import { isDeepStrictEqual } from 'node:util';
import { Issues } from '../diagnostics/issues.js';
import { Rejection } from '../diagnostics/rejection.js';
import type { GraphReader } from '../discover/graph_reader.js';
import type { InputLocation } from '../discover/input.js';
import { openReader } from '../discover/reader.js';
import { type Graph, readGraph } from '../graph/scene_graph.js';
import { LargeSet } from '../large_map.js';
import type { Limits } from '../limits.js';
import type { PlannedGraph } from './planned_graph.js';

/** A graph that is not loaded, because one before it has its image_id. */
export interface Duplicate {
  readonly graph: PlannedGraph;
  /** What it says is what the graph that is loaded says. */
  readonly isEqual: boolean;
}

/**
 * The graphs that are not loaded because of their image_id.
 * @param graphs in the order that decides between two of one image
 */
export function findDuplicates(
  graphs: readonly PlannedGraph[],
  location: InputLocation,
  limits: Limits,
): Duplicate[] {
  const repeated = repeatedImages(graphs);
  if (repeated.length === 0) return [];
  const reader = openReader(location, limits);
  try {
    return repeated.flatMap((candidates) => duplicatesAmong(candidates, reader, limits));
  } finally {
    reader.close();
  }
}

/** The graphs of each image that has more than one. */
function repeatedImages(graphs: readonly PlannedGraph[]): PlannedGraph[][] {
  const seen = new LargeSet<string>();
  const repeated = new Map<string, PlannedGraph[]>();
  for (const { image_id } of graphs) {
    if (!seen.add(image_id)) repeated.set(image_id, []);
  }
  if (repeated.size > 0) for (const graph of graphs) repeated.get(graph.image_id)?.push(graph);
  return [...repeated.values()];
}

/** The first sound graph is loaded. An unsound one is no duplicate: the flatten stage rejects it by its own fault. */
function duplicatesAmong(
  candidates: readonly PlannedGraph[],
  reader: GraphReader,
  limits: Limits,
): Duplicate[] {
  const duplicates: Duplicate[] = [];
  let first: Graph | undefined;
  for (const graph of candidates) {
    const read = readSound(reader, graph, limits);
    if (read && first) duplicates.push({ graph, isEqual: isDeepStrictEqual(first.json, read.json) });
    first ??= read;
  }
  return duplicates;
}

/** The graph as the flatten stage will read it, or undefined when it will reject it. */
function readSound(
  reader: GraphReader,
  { ref, ...identity }: PlannedGraph,
  limits: Limits,
): Graph | undefined {
  try {
    return readGraph(reader.read(ref), new Issues(), identity, limits);
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
