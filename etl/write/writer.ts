import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import type { Table as ArrowTable } from 'apache-arrow';
import pLimit from 'p-limit';
import { ArrowScans } from '../arrow/scan_arrow.js';
import { arrowTables, type FlatChunk } from '../fast_path/flat_chunk.js';
import type { Chunk } from '../plan/chunks.js';
import type { PlannedChunk } from '../plan/plan.js';
import { type Journal, KEPT } from '../reuse/journal.js';
import {
  type DiagnosticsFile,
  diagnosticTables,
  type ReusedChunk,
  type WrittenChunk,
} from '../reuse/kept_chunk.js';
import { graphTables, withoutText } from '../schema/index.js';
import type { ChunkRecord } from '../warehouse/chunk_record.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { partPath } from '../warehouse/layout.js';
import { DiagnosticsWriter } from './diagnostics_writer.js';
import { copyPart } from './part.js';
import { isPlaceholder, type Scan, selectRows } from './select.js';
import { TableAppender } from './table_appender.js';

/** Tables that are written at once, one thread per table: two with one core too, as one may wait for this thread. */
const AT_ONCE = Math.max(2, availableParallelism());

/** A chunk, and its rows. */
export interface WorkedChunk {
  readonly chunk: PlannedChunk;
  readonly flat: FlatChunk;
}

/** A chunk, and its Arrow tables by name. */
interface ReceivedChunk extends WorkedChunk {
  readonly tables: ReadonlyMap<string, ArrowTable>;
}

/** Writes chunks, in their order, to Parquet parts and into the DuckDB tables, both from the same Arrow tables. */
export class ChunkWriter {
  /** What was rejected or looks wrong, in this and in all other stages. */
  readonly diagnostics: DiagnosticsWriter;
  /** What has been written. */
  readonly parts: Part[] = [];
  /** The chunks that have been written, in their order. */
  readonly chunks: WrittenChunk[] = [];
  /** False: rows go to Parquet parts alone; to be set before the first is written. */
  fillsTables = true;
  /** Where they are listed for a build after this one; it must be set before the first is written. */
  journal: Journal | undefined;
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
    const diagnostics = await DiagnosticsWriter.open(connection, arrow, withText);
    const appenders: TableAppender[] = [];
    for (const whole of Object.values(graphTables)) {
      const table = withoutText(whole, withText);
      if (table) appenders.push(await TableAppender.open(instance, table));
    }
    return new ChunkWriter(folder, arrow, diagnostics, appenders);
  }

  /** What is known of the chunks that have been written, in their order. */
  get records(): ChunkRecord[] {
    return this.chunks.map(({ record }) => record);
  }

  /** Writes chunks that follow each other. Calls must not overlap: rows are appended in the order of the calls. */
  async write(worked: readonly WorkedChunk[]): Promise<void> {
    const chunks = worked.map((one) => ({ ...one, tables: arrowTables(one.flat) }));
    const written = await allEnded(
      this.#appenders.map((appender) => this.#limit(() => this.#writeTable(appender, chunks))),
    );
    this.parts.push(...written.flat());
    for (const [i, chunk] of chunks.entries()) {
      const diagnostics = await this.#writeDiagnostics(chunk);
      const files = written.map((parts) => parts[i]!);
      await this.#record({ record: this.#recordOf(chunk), files, diagnostics });
    }
  }

  /** Appends chunks that follow each other and have their files. Calls must not overlap. */
  async writeReused(chunks: readonly ReusedChunk[]): Promise<void> {
    const append = async (appender: TableAppender) => {
      const { name } = appender.table;
      const files = chunks.flatMap((chunk) => chunk.files.filter(({ table }) => table === name));
      const hasOtherIds = chunks.some(({ record }) => record.other_ids.includes(name));
      const paths = files.map(({ path }) => join(this.#folder, path));
      if (this.fillsTables) await appender.appendFiles(paths, hasOtherIds);
      return files;
    };
    const appended = await allEnded(this.#appenders.map((appender) => this.#limit(() => append(appender))));
    this.parts.push(...appended.flat());
    for (const chunk of chunks) await this.#record(chunk);
  }

  /**
   * Adds the diagnostics of all chunks that have their files, in any order.
   * @throws Error when a file has not the rows that were listed
   */
  async addKeptDiagnostics(chunks: Iterable<ReusedChunk>): Promise<void> {
    const byFile = new Map<string, { table: DiagnosticsFile['table']; chunks: ReusedChunk[] }>();
    for (const chunk of chunks) {
      for (const { path, table } of chunk.diagnostics) {
        const own = byFile.get(path) ?? { table, chunks: [] };
        own.chunks.push(chunk);
        byFile.set(path, own);
      }
    }
    for (const [path, { table, chunks }] of byFile) {
      const graphs = chunks.flatMap((chunk) => chunk.graphs);
      const expected = chunks.reduce((sum, { record }) => sum + record[table], 0);
      const found = await this.diagnostics.addKept(table, join(this.#folder, path), graphs);
      if (found !== expected) {
        throw new Error(`${table}: expected ${expected} rows of chunks that are used again, found ${found}`);
      }
    }
  }

  async #record(written: WrittenChunk): Promise<void> {
    const { record, files, diagnostics } = written;
    this.chunks.push({ record, files, diagnostics });
    await this.journal?.add(written);
  }

  #recordOf({ chunk, flat, tables }: ReceivedChunk): ChunkRecord {
    const { patient_group, part, parts, graphs, input, names, patients } = chunk;
    const { careful, bytes, fingerprint } = flat;
    const hasOtherIds = ({ table: { name, columns } }: TableAppender) =>
      columns.some((column) => column.virtual && !isPlaceholder(column, tables.get(name)!));
    const other_ids = this.#appenders.filter(hasOtherIds).map(({ table }) => table.name);
    return {
      ...{ patient_group, part, parts, graphs: graphs.length, careful, bytes },
      ...{ input, names, content: fingerprint },
      quarantine: tables.get('quarantine')!.numRows,
      data_issues: tables.get('data_issues')!.numRows,
      source_details: tables.get('source_details')?.numRows ?? 0,
      other_ids,
      patients,
    };
  }

  /** Adds the diagnostics of a chunk; with a journal, they get files of their own. */
  async #writeDiagnostics({ chunk, tables }: ReceivedChunk): Promise<DiagnosticsFile[]> {
    const files: DiagnosticsFile[] = [];
    for (const table of diagnosticTables) {
      const rows = tables.get(table);
      if (!rows) continue;
      const path = `${KEPT}/${chunk.patient_group}-${chunk.part}.${table}.parquet`;
      await this.diagnostics.add(table, rows, this.journal && join(this.#folder, path));
      if (this.journal && rows.numRows > 0) files.push({ table, ...(await finishFile(this.#folder, path)) });
    }
    return files;
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
      if (this.fillsTables) await appender.append(scans);
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
