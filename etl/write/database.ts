import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { DATABASE } from '../warehouse/layout.js';
import { ChunkWriter } from './writer.js';

/** Opened by DuckDB 1.3 and later, the first with the compression that makes strings small and quick to write. */
const STORAGE_VERSION = 'v1.3.0';

/** The database of a warehouse that is being built, and what writes chunks into it. */
export interface Database {
  readonly instance: DuckDBInstance;
  readonly writer: ChunkWriter;
  /** E.g. v1.5.5. */
  readonly duckdbVersion: string;
}

/**
 * Creates the database file in the staging folder. One thread a query: tables are written at once instead.
 * @param spool folder for what does not fit into memory
 */
export function openInstance(folder: string, spool: string, memoryLimit: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(join(folder, DATABASE), {
    threads: '1',
    memory_limit: memoryLimit,
    temp_directory: spool,
    storage_compatibility_version: STORAGE_VERSION,
  });
}

/** Creates the database with its per-image tables, ready for chunks. */
export async function createDatabase(
  folder: string,
  spool: string,
  memoryLimit: string,
  withText: boolean,
): Promise<Database> {
  const instance = await openInstance(folder, spool, memoryLimit);
  const writer = await ChunkWriter.open(instance, folder, withText);
  return { instance, writer, duckdbVersion: duckdb.library_version() };
}
