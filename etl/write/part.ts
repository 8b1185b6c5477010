import { LARGEST_CHUNK } from '../plan/chunks.js';
import { literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';

/** Rows for each distinct value that make a dictionary worth it; the default of DuckDB. */
const REPEATS = 5;

/**
 * COPY of a query to one Parquet file, with what the table is in its metadata. In a part, what has more distinct values than a
 * chunk has images gets no dictionary: that is smaller, and quicker to write. Level 1 of ZSTD is hardly larger than its level 3,
 * and quicker (docs/performance.md).
 * @param rows number of rows, of a part
 */
export function copyToParquet(table: Table, query: string, path: string, rows?: number): string {
  const about = `{title: ${literal(table.title)}, grain: ${literal(table.grain)}, licence: ${literal('as the Chest ImaGenome data it is made from; see NOTICE.txt')}}`;
  const limit = rows === undefined ? undefined : Math.min(Math.floor(rows / REPEATS), LARGEST_CHUNK);
  const dictionaries = limit === undefined ? '' : `, dictionary_size_limit ${limit}`;
  return `copy (${query}) to ${literal(path)} (format parquet, compression zstd, compression_level 1${dictionaries}, kv_metadata ${about})`;
}
