import { join } from 'node:path';
import { type Chunk, LARGEST_CHUNK } from '../plan/chunks.js';
import { literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';

/**
 * Path of a part below the warehouse, e.g. parquet/images/patient_group=p10/part-0.parquet. Where a group has more than ten
 * they are part-00, part-01, …, so that readers who sort names have the rows in order.
 */
export function partPath(table: string, { patient_group, part, parts }: Omit<Chunk, 'graphs'>): string {
  const number = String(part).padStart(String(parts - 1).length, '0');
  return join('parquet', table, `patient_group=${patient_group}`, `part-${number}.parquet`);
}

/** Path of a small table below the warehouse, e.g. parquet/regions.parquet. */
export function smallTablePath(table: string): string {
  return join('parquet', `${table}.parquet`);
}

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
