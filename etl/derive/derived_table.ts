import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { storedName } from '../load/stored_views.js';
import type { PatientRange } from '../plan/chunks.js';
import { identifier } from '../schema/ddl.js';
import type { ColumnType, Table } from '../schema/index.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { derivedPartPath } from '../warehouse/layout.js';
import { copyPart } from '../write/part.js';
import type { StoredView } from './stored_view.js';

/** The rows of one view, computed one range of patients at a time into a table of the schema `derived` and into Parquet. */
export class DerivedTable {
  readonly parts: Part[] = [];

  private constructor(
    readonly connection: DuckDBConnection,
    readonly view: StoredView,
    readonly table: Table,
    /** The staging folder. */
    readonly folder: string,
  ) {}

  /** Begins a transaction that `finish` commits. */
  static async open(
    connection: DuckDBConnection,
    view: StoredView,
    types: ReadonlyMap<string, ColumnType>,
    folder: string,
  ): Promise<DerivedTable> {
    await connection.run('begin transaction');
    const columns = view.columns.map((column) => ({ ...column, type: types.get(column.name)! }));
    const { name, title, grain } = view;
    const table: Table = { name, kind: 'derived', title, grain, key: [], columns };
    return new DerivedTable(connection, view, table, folder);
  }

  /** Computes the rows of neighbouring ranges at once: rows of the table, and a part for each range. */
  async add(ranges: readonly PatientRange[]): Promise<void> {
    const rows = rowsOf(this.view, ranges[0]!.first, ranges.at(-1)!.last);
    await this.connection.run(`create or replace temp table batch_rows as ${rows}`);
    await this.connection.run(`insert into ${storedName(this.view.name)} from batch_rows`);
    const counts = await this.#countRows(ranges);
    // Nothing in a projection over one table is worth the time to look for it.
    await this.connection.run('pragma disable_optimizer');
    for (const [i, range] of ranges.entries()) this.parts.push(await this.#writePart(range, counts[i]!));
    await this.connection.run('pragma enable_optimizer');
  }

  /** Rows of each range in `batch_rows`. */
  async #countRows(ranges: readonly PatientRange[]): Promise<number[]> {
    const counts = ranges.map(({ first, last }) => `count(*) filter (${isBetween(first, last)})::integer`);
    const counted = await this.connection.runAndReadAll(`select ${counts.join(', ')} from batch_rows`);
    return counted.getRows()[0] as number[];
  }

  async #writePart(range: PatientRange, rows: number): Promise<Part> {
    const { table, folder } = this;
    const path = derivedPartPath(table.name, range);
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    const query = `from batch_rows where ${isBetween(range.first, range.last)}`;
    await this.connection.run(copyPart({ table, query, path: join(folder, path), rows }));
    return { ...(await finishFile(folder, path)), table: table.name, rows };
  }

  /** Commits the rows. */
  async finish(): Promise<void> {
    await this.connection.run('drop table if exists batch_rows; commit');
  }
}

/** Rows of `images` stand in the order of the warehouse, so that their row ids order whatever belongs to an image or a study. */
function rowsOf({ sql, stored }: StoredView, first: number, last: number): string {
  const keys = stored.by === 'image' ? 'image_id, study_id, patient_id' : 'study_id, patient_id';
  const order = stored.columns.map((column) => `, ${identifier(column)} nulls last`).join('');
  return `
    select computed.*
    from (from (${sql}) where ${isBetween(first, last)}) as computed
    join (
      select ${keys}, min(rowid) as place from main.images where ${isBetween(first, last)} group by ${keys}
    ) as places using (${keys})
    order by place${order}`;
}

const isBetween = (first: number, last: number) => `patient_id between ${first} and ${last}`;
