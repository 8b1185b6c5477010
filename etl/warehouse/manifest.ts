import type { Table } from '../schema/index.js';
import type { FileInfo } from './files.js';
import { FORMAT, FORMAT_VERSION } from './layout.js';

/** A table of the warehouse with its rows and files. */
export interface PublishedTable {
  readonly table: Table;
  readonly rows: number;
  /** In the order of their rows. */
  readonly files: readonly (FileInfo & { readonly rows: number })[];
}

/** What is known of a build: nothing names a path of the machine it ran on. */
export interface BuildInfo {
  /** Version of this package. */
  readonly version: string;
  /** Version of the DuckDB that wrote the files. */
  readonly duckdb_version: string;
  /** sha256 over the graphs in plan order: the same for the same graphs, whatever the kind of input. */
  readonly input_fingerprint: string;
  /** Graphs that were found, and bytes of JSON that were read. */
  readonly graphs: number;
  readonly json_bytes: number;
  /** Graphs that were not exactly as documented, and so took the careful path; all of them in a build with --careful. */
  readonly careful_graphs: number;
  readonly with_text: boolean;
  readonly with_mimic_metadata: boolean;
  /** The input says of itself that it is synthetic. */
  readonly is_synthetic: boolean;
}

/** The lines of a text table. `lines` is the sum of the others, of the rows that were loaded and of those rejected. */
export interface LineCounts {
  readonly lines: number;
  readonly header: number;
  readonly blank: number;
  /** Lines that continue a quoted field of an earlier line. */
  readonly continuation: number;
}

/** A known input file, found or not. */
export interface InputFacts {
  /** What it is, e.g. split_valid. */
  readonly input: string;
  /** Path within the release, as found or else as documented; or the option that names the file. */
  readonly path: string;
  /** Table that it fills; null for a vocabulary. */
  readonly table: string | null;
  readonly is_found: boolean;
  /** Rows or names that were loaded; null where it was not found or not read. */
  readonly rows: number | null;
  /** Rows that stand in quarantine; null where it has none. */
  readonly rejected: number | null;
  /** Null where it is no text table, or was not read. */
  readonly lines: LineCounts | null;
}

/** What the documents of a warehouse are written from. */
export interface Described {
  readonly build: BuildInfo;
  readonly tables: readonly PublishedTable[];
  readonly inputs: readonly InputFacts[];
  readonly database: FileInfo;
  readonly created: Date;
}

/** How nothing was lost: what was found, and where it is, counted again in the files that were written. */
export interface Conservation {
  /** `found` is the sum of the others: a repeated graph is equal to one that is loaded. */
  readonly graphs: {
    readonly found: number;
    readonly loaded: number;
    readonly quarantined: number;
    readonly repeated: number;
  };
  /** Lines of all text tables. `found` is the sum of the others. */
  readonly lines: {
    readonly found: number;
    readonly loaded: number;
    readonly rejected: number;
    readonly header: number;
    readonly blank: number;
    readonly continuation: number;
  };
  /** Rows of each table that were flattened or read, that the footers of its Parquet files count, and that DuckDB has: all equal. */
  readonly tables: readonly {
    readonly name: string;
    readonly flattened: number;
    readonly parquet: number;
    readonly duckdb: number;
  }[];
}

/** `manifest.json`: what the warehouse holds, from what it was built, and the checksum of every file. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly format_version: number;
  readonly created: string;
  readonly build: BuildInfo;
  readonly conservation: Conservation;
  /** Every known input file, found or not. */
  readonly inputs: readonly InputFacts[];
  readonly tables: readonly {
    readonly name: string;
    readonly kind: string;
    readonly rows: number;
    readonly files: readonly {
      readonly path: string;
      readonly rows: number;
      readonly bytes: number;
      readonly sha256: string;
    }[];
  }[];
  /** Files that are no table's. */
  readonly others: readonly FileInfo[];
}

/** The manifest of a warehouse. */
export function manifestOf(
  build: BuildInfo,
  tables: readonly PublishedTable[],
  others: readonly FileInfo[],
  { inputs, conservation }: Pick<Manifest, 'inputs' | 'conservation'>,
  created: Date,
): Manifest {
  return {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    created: created.toISOString(),
    build,
    conservation,
    inputs,
    tables: tables.map(({ table, rows, files }) => ({
      name: table.name,
      kind: table.kind,
      rows,
      files: files.map((file) => ({
        path: file.path,
        rows: file.rows,
        bytes: file.bytes,
        sha256: file.sha256,
      })),
    })),
    others,
  };
}
