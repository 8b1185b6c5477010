import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { type Table as ArrowTable, tableFromIPC } from 'apache-arrow';
import pLimit from 'p-limit';
import { ArrowScans } from '../arrow/scan_arrow.js';
import type { FlatChunk } from '../flatten/flat_chunk.js';
import type { Chunk } from '../plan/chunks.js';
import { delivered, graphTables } from '../schema/index.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { partPath } from '../warehouse/layout.js';
import { DiagnosticsWriter } from './diagnostics_writer.js';
import { copyToParquet } from './part.js';
import { selectRows } from './select.js';
import { TableAppender } from './table_appender.js';

/** Tables that are written at once, one thread per table: two with one core too, as one may wait for this thread. */
const AT_ONCE = Math.max(2, availableParallelism());

/** Writes chunks, in their order, to Parquet parts and into the DuckDB tables, both from the same Arrow tables. */
export class ChunkWriter {
  /** What was rejected or looks wrong, in this and in all other stages. */
  readonly diagnostics: DiagnosticsWriter;
  /** What has been written. */
  readonly parts: Part[] = [];
  readonly #limit = pLimit(AT_ONCE);
  readonly #folder: string;
  readonly #arrow: ArrowScans;
  readonly #appenders: readonly TableAppender[];
  readonly #folders = new Set<string>();

  private constructor(
    folder: string,
    arrow: ArrowScans,
    diagnostics: DiagnosticsWriter,
    appenders: readonly TableAppender[],
  ) {
    this.#folder = folder;
    this.#arrow = arrow;
    this.diagnostics = diagnostics;
    this.#appenders = appenders;
  }

  /** Creates the per-image tables and opens a transaction for each. `folder` is the staging folder. */
  static async open(instance: DuckDBInstance, folder: string, withText: boolean): Promise<ChunkWriter> {
    const connection = await instance.connect();
    const arrow = new ArrowScans(connection);
    const diagnostics = await DiagnosticsWriter.open(connection, arrow);
    const appenders: TableAppender[] = [];
    for (const whole of Object.values(graphTables)) {
      const table = delivered(whole, withText);
      if (table) appenders.push(await TableAppender.open(instance, table));
    }
    return new ChunkWriter(folder, arrow, diagnostics, appenders);
  }

  /** Writes one chunk. Calls must not overlap: rows are appended in the order of the calls. */
  async write(chunk: Chunk, flat: FlatChunk): Promise<void> {
    const rowsOf = (table: string) => tableFromIPC(flat.tables[table]!);
    const parts = await allEnded(
      this.#appenders.map((appender) =>
        this.#limit(() => this.#writePart(appender, chunk, rowsOf(appender.table.name))),
      ),
    );
    this.parts.push(...parts);
    await this.diagnostics.add('quarantine', rowsOf('quarantine'));
    await this.diagnostics.add('data_issues', rowsOf('data_issues'));
  }

  async #writePart(appender: TableAppender, chunk: Chunk, rows: ArrowTable): Promise<Part> {
    const { table } = appender;
    const path = partPath(table.name, chunk);
    await this.#makeFolder(dirname(path));
    this.#arrow.register(table.name, rows);
    const query = selectRows(table, table.name, rows);
    await appender.connection.run(copyToParquet(table, query, join(this.#folder, path), rows.numRows));
    const [file] = await allEnded([finishFile(this.#folder, path), appender.append(rows)] as const);
    this.#arrow.unregister(table.name);
    return { ...file, table: table.name, rows: rows.numRows };
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    await mkdir(join(this.#folder, path), { recursive: true, mode: 0o700 });
    this.#folders.add(path);
  }

  /** Commits the per-image tables. */
  async finish(): Promise<void> {
    await allEnded(this.#appenders.map((appender) => appender.close()));
  }
}

/** Like Promise.all, but fails only when nothing is under way any more: what still wrote would come back after the clearing up. */
async function allEnded<P extends readonly Promise<unknown>[]>(promises: P) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
