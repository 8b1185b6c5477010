/**
 * What one graph, or one packed file, may cost: far more than any of a release does, and little enough that none makes a build run
 * out of memory. docs/input_limits.md gives the reason for each.
 */
export interface Limits {
  /** Bytes of JSON of one graph, unpacked. */
  readonly graphBytes: number;
  /** Levels that a graph may nest below its root. */
  readonly depth: number;
  /** JSON values of one graph, its lists and objects included. */
  readonly values: number;
  /** Entries of objects, attributes and relationships of one graph, together. */
  readonly entries: number;
  /** Bytes of the rows that one graph becomes, every value counted as often as it is repeated. */
  readonly rowBytes: number;
  /** Rows of one code in quarantine, or in data_issues, that one graph, bundle or text table may have; others are only counted. */
  readonly diagnostics: number;
  /** Bytes that a packed bundle or text table may unpack to, however large it is; 0 to go by its size. */
  readonly unpackedBytes: number;
}

const MIB = 2 ** 20;

/** The limits of a build without options: a graph of the release has some 42 kB, 80 entries and 100 kB of rows, and nests five deep. */
export const LIMITS: Limits = {
  graphBytes: 64 * MIB,
  depth: 64,
  values: 5_000_000,
  entries: 100_000,
  rowBytes: 64 * MIB,
  diagnostics: 10_000,
  unpackedBytes: 0,
};

/** Bytes that a packed file may unpack to where no option says so: a fixed amount, and so many times its own size. */
const [LEAST_UNPACKED, MOST_TIMES] = [256 * MIB, 100];

/** Bytes that a packed file of this size may unpack to. Scene graphs shrink to a twentieth, sentences to a tenth. */
export function mostUnpacked({ unpackedBytes }: Limits, packed: number): number {
  return unpackedBytes > 0 ? unpackedBytes : LEAST_UNPACKED + MOST_TIMES * packed;
}
