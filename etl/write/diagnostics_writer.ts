import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table as ArrowTable } from 'apache-arrow';
import type { ArrowScans } from '../arrow/scan_arrow.js';
import { tableOf } from '../arrow/table.js';
import { TextColumn } from '../arrow/text_column.js';
import type { AddIssue, Issue } from '../diagnostics/issue.js';
import { IssueRows } from '../flatten/data_issues.js';
import { Dictionaries } from '../flatten/dictionaries.js';
import { QuarantineRows } from '../flatten/quarantine.js';
import type { TableBuilder } from '../flatten/table_builder.js';
import type { DiagnosticTable, GraphSource } from '../reuse/kept_chunk.js';
import { createTable, identifier, inKeyOrder, literal } from '../schema/ddl.js';
import { metadataTables, type Table, withoutText } from '../schema/index.js';
import { copyTable } from './part.js';

const { quarantine, data_issues, source_details } = metadataTables;
const diagnosticTables = [quarantine, data_issues, source_details] as const;

/** Gathers quarantine, data_issues and source_details as they come, and writes them sorted at the end. */
export class DiagnosticsWriter {
  readonly #connection: DuckDBConnection;
  readonly #arrow: ArrowScans;
  /** The tables that the build writes. */
  readonly tables: readonly Table[];
  #quarantine = new QuarantineRows(new Dictionaries());
  readonly #issues = new IssueRows(new Dictionaries());

  /** `connection` is this writer's own: it keeps what has come in temporary tables. */
  private constructor(connection: DuckDBConnection, arrow: ArrowScans, tables: readonly Table[]) {
    this.#connection = connection;
    this.#arrow = arrow;
    this.tables = tables;
  }

  static async open(
    connection: DuckDBConnection,
    arrow: ArrowScans,
    withText: boolean,
  ): Promise<DiagnosticsWriter> {
    const tables = diagnosticTables.filter((table) => withoutText(table, withText));
    for (const table of tables) await connection.run(createTable(gathered(table), 'temp table'));
    return new DiagnosticsWriter(connection, arrow, tables);
  }

  /** Adds what the main thread itself rejected. */
  readonly reject: QuarantineRows['push'] = (...row) => this.#quarantine.push(...row);

  /** Adds an observation about one image, or about the input as a whole. */
  issue(imageId: string | null, issue: Issue): void {
    this.#issues.push(imageId, issue);
  }

  /** Adds an observation about the input as a whole. */
  readonly report: AddIssue = (code, location, detail) => this.issue(null, { code, location, detail });

  /**
   * Adds the rows of a chunk.
   * @param copy path of a Parquet file to write them to as well, where there are any
   */
  async add(name: DiagnosticTable, rows: ArrowTable, copy?: string): Promise<void> {
    if (rows.numRows === 0) return;
    this.#arrow.register(name, rows);
    const query = `from scan_arrow('${name}')`;
    await this.#connection.run(`insert into ${gatheredName(name)} ${query}`);
    if (copy) await this.#connection.run(copyTable({ table: metadataTables[name], query, path: copy }));
    this.#arrow.unregister(name);
  }

  /**
   * Adds the rows of some graphs from a Parquet file that may have others too.
   * @returns how many
   */
  async addKept(name: DiagnosticTable, path: string, graphs: readonly GraphSource[]): Promise<number> {
    this.#arrow.register('graphs', tableOfSources(graphs));
    const condition =
      name === 'quarantine'
        ? `stage = 'flatten' and exists (
            from graphs
            where graphs.image_id = kept.image_id and graphs.source = kept.source
              and graphs.member is not distinct from kept.member
          )`
        : `image_id in (select image_id from graphs)${name === 'data_issues' ? " and code <> 'repeated_image'" : ''}`;
    const { rowsChanged } = await this.#connection.run(`
      insert into ${gatheredName(name)}
      with graphs as materialized (from scan_arrow('graphs'))
      from read_parquet(${literal(path)}) as kept where ${condition}
    `);
    this.#arrow.unregister('graphs');
    return rowsChanged;
  }

  /**
   * Adds all rows of Parquet files.
   * @returns how many
   */
  async addFiles(name: DiagnosticTable, paths: readonly string[]): Promise<number> {
    if (paths.length === 0) return 0;
    const { rowsChanged } = await this.#connection.run(
      `insert into ${gatheredName(name)} from read_parquet([${paths.map(literal).join(', ')}])`,
    );
    return rowsChanged;
  }

  /**
   * Writes what the main thread itself has found to Parquet files.
   * @param pathOf path of the file for the rows of a table
   * @returns the tables that have such rows, with how many
   */
  async keepOwn(
    pathOf: (table: DiagnosticTable) => string,
  ): Promise<{ table: DiagnosticTable; rows: number }[]> {
    const own = [this.#quarantine.toArrow(), this.#issues.toArrow()];
    const kept: { table: DiagnosticTable; rows: number }[] = [];
    for (const [i, table] of (['quarantine', 'data_issues'] as const).entries()) {
      const rows = own[i]!;
      await this.add(table, rows, pathOf(table));
      if (rows.numRows > 0) kept.push({ table, rows: rows.numRows });
    }
    return kept;
  }

  /** Graphs that were rejected as a whole until now, by code, the most frequent first; the example is the first by path. */
  async rejectedGraphs(): Promise<{ code: string; graphs: number; example: string }[]> {
    await this.#addOwn(this.#quarantine);
    this.#quarantine = new QuarantineRows(new Dictionaries());
    const read = await this.#connection.runAndReadAll(`
      select
        code,
        count(*)::integer as graphs,
        min(concat_ws(' ', concat_ws('#', source, member), code || ':', message)) as example,
      from ${gatheredName(quarantine.name)}
      where json_pointer = ''
      group by code
      order by graphs desc, code`);
    return read.getRowObjectsJson() as { code: string; graphs: number; example: string }[];
  }

  /** Fills the tables, sorted. */
  async finish(): Promise<void> {
    await this.#addOwn(this.#quarantine);
    await this.#addOwn(this.#issues);
    for (const table of this.tables) {
      await this.#connection.run(
        `insert into ${identifier(table.name)} from ${gatheredName(table.name)} ${inKeyOrder(table)}`,
      );
      await this.#connection.run(`drop table ${gatheredName(table.name)}`);
    }
  }

  async #addOwn(rows: TableBuilder): Promise<void> {
    await this.add(rows.table.name as DiagnosticTable, rows.toArrow());
  }
}

function tableOfSources(graphs: readonly GraphSource[]): ArrowTable {
  const columns = { image_id: new TextColumn(), source: new TextColumn(), member: new TextColumn() };
  for (const { image_id, source, member } of graphs) {
    columns.image_id.push(image_id);
    columns.source.push(source);
    columns.member.push(member);
  }
  return tableOf(new Map(Object.entries(columns)));
}

const gathered = <T extends { name: string }>(table: T): T => ({ ...table, name: `${table.name} as found` });
const gatheredName = (name: string) => identifier(`${name} as found`);
