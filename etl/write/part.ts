import { join } from 'node:path';
import { literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';

/** Path of one part below the warehouse, e.g. parquet/images/patient_group=p10/part-0.parquet. */
export function partPath(table: string, patientGroup: string, part: number): string {
  return join('parquet', table, `patient_group=${patientGroup}`, `part-${part}.parquet`);
}

/** Path of a small table below the warehouse, e.g. parquet/regions.parquet. */
export function smallTablePath(table: string): string {
  return join('parquet', `${table}.parquet`);
}

/** COPY of a query to one Parquet file, with what the table is in its metadata. */
export function copyToParquet(table: Table, query: string, path: string): string {
  const about = `{title: ${literal(table.title)}, grain: ${literal(table.grain)}, licence: ${literal('as the Chest ImaGenome data it is made from; see NOTICE.txt')}}`;
  return `copy (${query}) to ${literal(path)} (format parquet, compression zstd, kv_metadata ${about})`;
}
