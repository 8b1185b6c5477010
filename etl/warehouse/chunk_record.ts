/** `format` of `chunks.json`. */
const FORMAT = 'chest-imagenome-chunks';

/** What a build knows of a chunk that it has written, apart from its files: what the next build needs to use them again. */
export interface ChunkRecord {
  /** Its place, of which the paths of its parts follow. */
  readonly patient_group: string;
  readonly part: number;
  readonly parts: number;
  /** Graphs of the chunk, rejected ones included, and of these the ones that took the careful path. */
  readonly graphs: number;
  readonly careful: number;
  /** Bytes of JSON that were read. */
  readonly bytes: number;
  /** sha256 over what its rows depend on, and over the names that only `quarantine` has. */
  readonly input: string;
  readonly names: string;
  /** Its share of the `input_fingerprint` of the build. */
  readonly content: string;
  /** Rows of `quarantine`, of `data_issues` and of `source_details`. */
  readonly quarantine: number;
  readonly data_issues: number;
  readonly source_details: number;
  /** Tables in which some derived id has another form than the documented one. */
  readonly other_ids: readonly string[];
  /** What changes for each patient when a graph does. */
  readonly patients: Readonly<Record<string, string>>;
}

/** Patients of a part of the stored views. */
export interface RangeRecord {
  readonly patient_group: string;
  readonly part: number;
  readonly parts: number;
  /** Least and greatest patient_id. */
  readonly first: number;
  readonly last: number;
  readonly n_graphs: number;
}

/** What the files of a warehouse depend on: sha256 over the program and the options that decide them. */
export interface BuildKeys {
  /** Of all files. */
  readonly whole: string;
  /** Of the parts of chunks. */
  readonly chunks: string;
}

/** `chunks.json`: from what input and by what program the warehouse was built. */
export interface ChunksFile {
  readonly format: typeof FORMAT;
  readonly keys: BuildKeys;
  /** sha256 over names, sizes and times of everything that was read. */
  readonly input: string;
  readonly chunks: readonly ChunkRecord[];
  /** The parts of the stored views, and sha256 over the small tables that these read. */
  readonly ranges: readonly RangeRecord[];
  readonly small: string;
}

/** The content of `chunks.json`. */
export function chunksFileOf(content: Omit<ChunksFile, 'format'>): ChunksFile {
  return { format: FORMAT, ...content };
}

/** True for what `chunksFileOf` has given. */
export function isChunksFile(value: unknown): value is ChunksFile {
  const { format, keys, chunks } = (value ?? {}) as Partial<ChunksFile>;
  return format === FORMAT && typeof keys === 'object' && Array.isArray(chunks);
}
