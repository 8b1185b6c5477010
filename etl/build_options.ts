import { LIMITS, type Limits } from './limits.js';
import type { MimicPaths } from './load/mimic_files.js';
import { MAX_REJECTED } from './verify/rejected_graphs.js';

/** What a warehouse is built from, and how. */
export interface BuildOptions extends MimicPaths {
  /** A release, a zip, a folder, a .jsonl[.gz] or a .json array. */
  readonly input: string;
  /** Folder of the warehouse: absent, empty or an earlier warehouse, which is replaced at the very end. */
  readonly out: string;
  readonly workers?: number | undefined;
  /** What DuckDB may take, e.g. '512MB'; larger work goes to disk. */
  readonly memoryLimit?: string | undefined;
  /** False: no free text anywhere in the warehouse. */
  readonly withText?: boolean | undefined;
  /** Which views have stored rows: those that take long at full size, or none. */
  readonly derived?: 'all' | 'none' | undefined;
  /** True: every graph takes the careful path, slower and with the same result. */
  readonly careful?: boolean | undefined;
  /** Greatest share of the graphs found that may be rejected, 0 to 1, where more than 100 are; 0.05 unless given. */
  readonly maxRejected?: number | undefined;
  /** True: the RDF file of the release is loaded too, as rdf_annotations. */
  readonly rdf?: boolean | undefined;
  /** What one graph, or one packed file, may cost. */
  readonly limits?: Limits | undefined;
  /** False: every graph is flattened, whatever earlier builds into `out` have left, and `out` is replaced also when it is up to date. */
  readonly reuse?: boolean | undefined;
  /** Ends the build when aborted; the earlier warehouse stays. */
  readonly signal?: AbortSignal | undefined;
  /** Is called when the new warehouse is in its place: nothing ends the build any more. */
  readonly onPublished?: (() => void) | undefined;
}

/** DuckDB's share of the memory of a build by default. */
export const MEMORY_LIMIT = '256MB';

/** The options with what they are unless given. */
export function decisive({
  withText = true,
  derived = 'all',
  careful = false,
  maxRejected = MAX_REJECTED,
  rdf = false,
  limits = LIMITS,
  ...others
}: BuildOptions) {
  return { ...others, withText, derived, careful, maxRejected, rdf, limits };
}
