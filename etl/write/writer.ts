import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import type { Table as ArrowTable } from 'apache-arrow';
import pLimit from 'p-limit';
import { ArrowScans } from '../arrow/scan_arrow.js';
import { arrowTables, type FlatChunk } from '../fast_path/flat_chunk.js';
import type { Chunk } from '../plan/chunks.js';
import { graphTables, withoutText } from '../schema/index.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { partPath } from '../warehouse/layout.js';
import { DiagnosticsWriter } from './diagnostics_writer.js';
import { copyPart } from './part.js';
import { type Scan, selectRows } from './select.js';
import { TableAppender } from './table_appender.js';

/** Tables that are written at once, one thread per table: two with one core too, as one may wait for this thread. */
const AT_ONCE = Math.max(2, availableParallelism());

/** A chunk, and its rows. */
export interface WorkedChunk {
  readonly chunk: Chunk;
  readonly flat: FlatChunk;
}

/** A chunk, and its Arrow tables by name. */
interface ReceivedChunk {
  readonly chunk: Chunk;
  readonly tables: ReadonlyMap<string, ArrowTable>;
}

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

  /** Opens a transaction for each per-image table. `folder` is the staging folder. */
  static async open(instance: DuckDBInstance, folder: string, withText: boolean): Promise<ChunkWriter> {
    const connection = await instance.connect();
    const arrow = new ArrowScans(connection);
    const diagnostics = await DiagnosticsWriter.open(connection, arrow);
    const appenders: TableAppender[] = [];
    for (const whole of Object.values(graphTables)) {
      const table = withoutText(whole, withText);
      if (table) appenders.push(await TableAppender.open(instance, table));
    }
    return new ChunkWriter(folder, arrow, diagnostics, appenders);
  }

  /** Writes chunks that follow each other. Calls must not overlap: rows are appended in the order of the calls. */
  async write(worked: readonly WorkedChunk[]): Promise<void> {
    const chunks = worked.map(({ chunk, flat }) => ({ chunk, tables: arrowTables(flat) }));
    const written = await allEnded(
      this.#appenders.map((appender) => this.#limit(() => this.#writeTable(appender, chunks))),
    );
    this.parts.push(...written.flat());
    for (const name of ['quarantine', 'data_issues'] as const) {
      for (const { tables } of chunks) await this.diagnostics.add(name, tables.get(name)!);
    }
  }

  /** A part per chunk, and one insert for all: that costs as much as some hundred rows. */
  async #writeTable(appender: TableAppender, chunks: readonly ReceivedChunk[]): Promise<Part[]> {
    const { name } = appender.table;
    const scans = chunks.map(({ tables }, i) => ({ name: `${name} ${i}`, rows: tables.get(name)! }));
    for (const scan of scans) this.#arrow.register(scan.name, scan.rows);
    const finished: Promise<Part>[] = [];
    try {
      for (const [i, { chunk }] of chunks.entries()) {
        const path = await this.#copy(appender, chunk, scans[i]!);
        const part = this.#finish({ table: name, path, rows: scans[i]!.rows.numRows });
        part.catch(() => {}); // awaited at the end
        finished.push(part);
      }
      await appender.append(scans);
    } finally {
      await Promise.allSettled(finished);
    }
    for (const scan of scans) this.#arrow.unregister(scan.name);
    return Promise.all(finished);
  }

  /** Writes a part and gives its path. */
  async #copy({ table, connection }: TableAppender, chunk: Chunk, scan: Scan): Promise<string> {
    const path = partPath(table.name, chunk);
    await this.#makeFolder(dirname(path));
    const query = selectRows(table, scan);
    await connection.run(copyPart({ table, query, path: join(this.#folder, path), rows: scan.rows.numRows }));
    return path;
  }

  async #finish(part: Pick<Part, 'table' | 'path' | 'rows'>): Promise<Part> {
    return { ...part, ...(await finishFile(this.#folder, part.path)) };
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
