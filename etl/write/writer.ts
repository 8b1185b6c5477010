import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import pLimit from 'p-limit';
import type { FlatChunk } from '../flatten/task.js';
import type { Chunk } from '../plan/chunks.js';
import { createTable, identifier } from '../schema/ddl.js';
import { delivered, graphTables, type Table } from '../schema/index.js';
import { ArrowTables } from './arrow_table.js';
import { copyToParquet, partPath } from './part.js';
import { selectRows } from './select.js';

/** Tables that are written at once: DuckDB does most of the work of a build, one thread a table. */
const LANES = 2;

/** One table on its way into the warehouse: a connection with an open transaction. */
interface Lane {
  readonly table: Table;
  readonly connection: DuckDBConnection;
  rows: number;
}

/** Writes chunks, in their order, to Parquet parts and into the DuckDB tables, both from the same Arrow tables. */
export class ChunkWriter {
  readonly #limit = pLimit(LANES);
  readonly #folder: string;
  readonly #scan: ArrowTables;
  readonly #lanes: readonly Lane[];
  readonly #folders = new Set<string>();

  private constructor(folder: string, scan: ArrowTables, lanes: readonly Lane[]) {
    this.#folder = folder;
    this.#scan = scan;
    this.#lanes = lanes;
  }

  /** Creates the per-image tables and opens a transaction for each. `folder` is the staging folder. */
  static async open(instance: DuckDBInstance, folder: string, withText: boolean): Promise<ChunkWriter> {
    const first = await instance.connect();
    const tables = Object.values(graphTables)
      .map((table) => delivered(table, withText))
      .filter((table) => table !== undefined);
    const lanes: Lane[] = [];
    for (const table of tables) {
      await first.run(createTable(table));
      const connection = await instance.connect();
      await connection.run('BEGIN TRANSACTION');
      lanes.push({ table, connection, rows: 0 });
    }
    const scan = new ArrowTables(first);
    return new ChunkWriter(folder, scan, lanes);
  }

  /** Writes one chunk. Calls must not overlap: rows are appended in the order of the calls. */
  async write(chunk: Chunk, flat: FlatChunk): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => this.#limit(() => this.#writeTable(lane, chunk, flat))));
  }

  async #writeTable(lane: Lane, chunk: Chunk, flat: FlatChunk): Promise<void> {
    const { table, connection } = lane;
    const arrow = tableFromIPC(flat.tables[table.name]!);
    const path = join(this.#folder, partPath(table.name, chunk.patient_group, chunk.part));
    await this.#makeFolder(dirname(path));
    this.#scan.offer(table.name, arrow);
    const rows = selectRows(table, table.name, arrow);
    await connection.run(copyToParquet(table, rows, path));
    await connection.run(`INSERT INTO ${identifier(table.name)} ${rows}`);
    this.#scan.withdraw(table.name);
    lane.rows += arrow.numRows;
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    await mkdir(path, { recursive: true, mode: 0o700 });
    this.#folders.add(path);
  }

  /** Commits all tables and gives their numbers of rows. */
  async finish(): Promise<Record<string, number>> {
    for (const { connection } of this.#lanes) {
      await connection.run('COMMIT');
      connection.closeSync();
    }
    return Object.fromEntries(this.#lanes.map(({ table, rows }) => [table.name, rows]));
  }
}
