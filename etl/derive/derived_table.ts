import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
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

  /** Creates the table, empty, in a transaction that `finish` commits. */
  static async create(connection: DuckDBConnection, view: StoredView, folder: string): Promise<DerivedTable> {
    await connection.run('begin transaction');
    await connection.run(`create table ${derivedName(view.name)} as from (${view.sql}) limit 0`);
    const described = await connection.runAndReadAll(`describe ${derivedName(view.name)}`);
    const types = new Map(
      described.getRowObjectsJson().map((row) => [row.column_name, row.column_type as ColumnType]),
    );
    const columns = view.columns.map((column) => ({ ...column, type: types.get(column.name)! }));
    const { name, title, grain } = view;
    return new DerivedTable(
      connection,
      view,
      { name, kind: 'derived', title, grain, key: [], columns },
      folder,
    );
  }

  /** Computes the rows of some patients: a part, and as many rows of the table. */
  async add(range: PatientRange): Promise<void> {
    const path = derivedPartPath(this.view.name, range);
    await mkdir(dirname(join(this.folder, path)), { recursive: true, mode: 0o700 });
    await this.connection.run(`create or replace temp table range_rows as ${rowsOf(this.view, range)}`);
    const inserted = await this.connection.run(`insert into ${derivedName(this.view.name)} from range_rows`);
    const { table, folder } = this;
    const copy = { table, query: 'from range_rows', path: join(folder, path), rows: inserted.rowsChanged };
    await this.connection.run(copyPart(copy));
    this.parts.push({
      ...(await finishFile(this.folder, path)),
      table: this.view.name,
      rows: inserted.rowsChanged,
    });
  }

  /** Commits the rows. */
  async finish(): Promise<void> {
    await this.connection.run('drop table if exists range_rows; commit');
  }
}

/** Name of the table that holds the rows of a view. */
export function derivedName(view: string): string {
  return `derived.${identifier(view)}`;
}

/** Rows of `images` stand in the order of the warehouse, so that their row ids order whatever belongs to an image or a study. */
function rowsOf({ sql, stored }: StoredView, { first, last }: PatientRange): string {
  const isInRange = `patient_id between ${first} and ${last}`;
  const keys = stored.by === 'image' ? 'image_id, study_id, patient_id' : 'study_id, patient_id';
  const order = stored.columns.map((column) => `, ${identifier(column)} nulls last`).join('');
  return `
    select range_rows.*
    from (from (${sql}) where ${isInRange}) as range_rows
    join (
      select ${keys}, min(rowid) as place from main.images where ${isInRange} group by ${keys}
    ) as places using (${keys})
    order by place${order}`;
}
