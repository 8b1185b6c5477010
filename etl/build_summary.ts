import type { Published } from './reuse/published.js';
import type { InputFacts } from './warehouse/manifest.js';

/** What a build did. */
export interface BuildSummary {
  readonly out: string;
  /** Graphs that were found, and rows of every table. */
  readonly graphs: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Graphs that took the careful path. */
  readonly careful: number;
  /** Nothing has changed since the warehouse at `out` was built, and nothing was done. */
  readonly upToDate: boolean;
  /** Chunks of the warehouse, and those of them that an earlier build had flattened. */
  readonly chunks: number;
  readonly reusedChunks: number;
  /** Every known input file, found or not. */
  readonly inputs: readonly InputFacts[];
  /** Bytes of JSON. */
  readonly bytes: number;
  readonly seconds: number;
  /** Paths of what is not needed any more and could not be removed: an earlier warehouse, or what a killed build had left. */
  readonly leftovers: readonly string[];
}

/** What a build into a warehouse that is up to date gives. @param started from `performance.now()` */
export function upToDateSummary({ manifest, chunks }: Published, out: string, started: number): BuildSummary {
  const { graphs, careful_graphs, json_bytes } = manifest.build;
  const n = chunks.chunks.length;
  return {
    ...{ out, graphs, inputs: manifest.inputs, careful: careful_graphs, bytes: json_bytes },
    rows: Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows])),
    ...{ upToDate: true, chunks: n, reusedChunks: n },
    seconds: (performance.now() - started) / 1000,
    leftovers: [],
  };
}
