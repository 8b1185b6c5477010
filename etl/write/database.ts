import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import { DATABASE } from '../warehouse/layout.js';
import { ChunkWriter } from './writer.js';

/** Opened by DuckDB 1.4.4 and later, 2.x included; its compression makes strings small and quick to write. */
export const STORAGE_VERSION = 'v1.4.0';

/** Connections of this process to databases that are being built. */
const connections = new Set<WeakRef<DuckDBConnection>>();

// A process does not exit before the queries that it runs have ended.
process.on('exit', () => {
  for (const connection of connections) {
    try {
      connection.deref()?.interrupt();
    } catch {} // it is closed
  }
});

/**
 * Opens the database file in the staging folder, or creates it. One thread per query: tables are written at once instead.
 * @param tempFolder folder for what does not fit into memory
 */
export async function openInstance(
  folder: string,
  tempFolder: string,
  memoryLimit: string,
): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(join(folder, DATABASE), {
    threads: '1',
    memory_limit: memoryLimit,
    temp_directory: tempFolder,
    storage_compatibility_version: STORAGE_VERSION,
  });
  const connect = instance.connect.bind(instance);
  instance.connect = async () => {
    const connection = await connect();
    connections.add(new WeakRef(connection));
    return connection;
  };
  return instance;
}

/** The database of a warehouse that is being built, and what writes chunks into it. */
export class Database implements AsyncDisposable {
  readonly instance: DuckDBInstance;
  readonly writer: ChunkWriter;
  /** E.g. v1.5.5. */
  readonly duckdbVersion = duckdb.library_version();

  private constructor(instance: DuckDBInstance, writer: ChunkWriter) {
    this.instance = instance;
    this.writer = writer;
  }

  /** Opens the database, which has its tables, ready for chunks. */
  static async open(
    folder: string,
    tempFolder: string,
    memoryLimit: string,
    withText: boolean,
  ): Promise<Database> {
    const instance = await openInstance(folder, tempFolder, memoryLimit);
    return new Database(instance, await ChunkWriter.open(instance, folder, withText));
  }

  close(): void {
    this.instance.closeSync();
  }

  /** Closes it where nobody has; on a full disk DuckDB cannot even do that. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.close();
    } catch {}
  }
}
