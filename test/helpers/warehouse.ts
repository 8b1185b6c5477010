import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A row by column name, its values as JSON has them. */
export type Row = Record<string, unknown>;

/** A question to a DuckDB: gives its rows, timestamps as text and lists as arrays. */
export type Ask = (query: string) => Promise<Row[]>;

/** Opens the DuckDB file of a warehouse read-only for the length of `work`. */
export function withWarehouse<T>(warehouse: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  return withDuckDB(join(warehouse, 'imagenome.duckdb'), { access_mode: 'READ_ONLY' }, work);
}

/** A DuckDB in memory for the length of `work`. */
export function withMemory<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  return withDuckDB(':memory:', {}, work);
}

async function withDuckDB<T>(
  path: string,
  options: Record<string, string>,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(path, options);
  const connection = await instance.connect();
  try {
    return await work(async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** All rows of a table, in its order. */
export async function tableRows(warehouse: string, table: string): Promise<Row[]> {
  return withWarehouse(warehouse, (ask) => ask(`from "${table}"`));
}
