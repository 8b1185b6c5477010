import { LARGEST_CHUNK } from '../plan/chunks.js';
import { literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';
import { fileMetadata } from './file_metadata.js';

/** A Parquet file to be written. */
export interface Copy {
  /** What the file says of itself in its metadata. */
  readonly table: Table;
  /** SQL that gives the rows in their order. */
  readonly query: string;
  readonly path: string;
}

/** Rows for each distinct value that make a dictionary worth it; the default of DuckDB. */
const REPEATS = 5;

/** The statement that writes a small table. */
export function copyTable(copy: Copy): string {
  return copyStatement(copy);
}

/**
 * The statement that writes a part. What has more distinct values than a chunk has images gets no dictionary: that is smaller,
 * and quicker to write.
 * @param rows number of rows of the part
 */
export function copyPart({ rows, ...copy }: Copy & { readonly rows: number }): string {
  const limit = Math.min(Math.floor(rows / REPEATS), LARGEST_CHUNK);
  return copyStatement(copy, `, dictionary_size_limit ${limit}`);
}

/** Level 1 of ZSTD is hardly larger than its level 3, and quicker (docs/performance.md). */
function copyStatement({ table, query, path }: Copy, more = ''): string {
  return `copy (${query}) to ${literal(path)} (format parquet, compression zstd, compression_level 1${more}, kv_metadata ${fileMetadata(table)})`;
}
