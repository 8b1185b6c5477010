import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { storedName } from '../load/stored_views.js';
import type { PatientRange } from '../plan/chunks.js';
import type { KeptRollUps, KeptRows } from '../reuse/roll_ups.js';
import { identifier, literal } from '../schema/ddl.js';
import type { ColumnType, Table } from '../schema/index.js';
import type { StoredOrder } from '../schema/view_file.js';
import { finishFile, type Part } from '../warehouse/files.js';
import { derivedPartPath } from '../warehouse/layout.js';
import { copyPart } from '../write/part.js';
import { readingParts } from './reading_parts.js';
import type { StoredView } from './stored_view.js';

/**
 * The rows of one view: computed a batch of patients at a time into Parquet, and from there into a table of the schema `derived`. The rows of a
 * table that is being filled are in memory until a row group is full, so that tables are filled one after the other.
 */
export class DerivedTable {
  readonly parts: Part[] = [];

  private constructor(
    readonly connection: DuckDBConnection,
    readonly view: StoredView,
    readonly table: Table,
    /** The staging folder. */
    readonly folder: string,
    readonly kept: KeptRollUps,
  ) {}

  /** On a connection of its own. */
  static async open(
    instance: DuckDBInstance,
    view: StoredView,
    types: ReadonlyMap<string, ColumnType>,
    folder: string,
    kept: KeptRollUps,
  ): Promise<DerivedTable> {
    const connection = await instance.connect();
    const columns = view.columns.map((column) => ({ ...column, type: types.get(column.name)! }));
    const { name, title, grain } = view;
    const table: Table = { name, kind: 'derived', title, grain, key: [], columns };
    return new DerivedTable(connection, view, table, folder, kept);
  }

  /**
   * Writes the rows of neighboring ranges: a part for each range. What is kept is not computed. The views that this one reads have their
   * parts of these ranges.
   */
  async add(ranges: readonly PatientRange[]): Promise<void> {
    const computed: PatientRange[] = [];
    for (const range of ranges) {
      const part = await this.kept.whole(this.view.name, range);
      if (!part) computed.push(range);
      else {
        await this.#compute(computed.splice(0));
        this.parts.push(part);
      }
    }
    await this.#compute(computed);
  }

  /** Computes the rows of neighboring ranges at once. */
  async #compute(ranges: readonly PatientRange[]): Promise<void> {
    if (ranges.length === 0) return;
    const [first, last] = [ranges[0]!.first, ranges.at(-1)!.last];
    const kept = this.kept.rest(this.view.name, ranges);
    const sql = readingParts(this.view, this.folder, ranges);
    const source = kept
      ? await this.#partlyKept(sql, first, last, kept)
      : `from (${sql}) where ${isBetween(first, last)}`;
    const rows = inOrder(source, this.view.stored, first, last);
    await this.connection.run(`create or replace temp table batch_rows as ${rows}`);
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

  /** The rows of patients that have changed, which are computed, and those of all others, which are read. */
  async #partlyKept(sql: string, first: number, last: number, { paths, changed }: KeptRows): Promise<string> {
    const isChanged = changed.length === 0 ? 'false' : `patient_id in (${changed.join(', ')})`;
    const files = `[${paths.map(literal).join(', ')}]`;
    // One by one: a list of patients does not reach the tables in every view, as a range does.
    const rows = changed
      .filter((patient) => patient >= first && patient <= last)
      .map((patient) => `insert into changed_rows from (${sql}) where ${isBetween(patient, patient)}`);
    const empty = `create or replace temp table changed_rows as from (${sql}) limit 0`;
    await this.connection.run([empty, ...rows].join(';\n'));
    return `
      from changed_rows
      union all
      from read_parquet(${files}, hive_partitioning = false) where ${isBetween(first, last)} and not ${isChanged}`;
  }

  async #writePart(range: PatientRange, rows: number): Promise<Part> {
    const { table, folder } = this;
    const path = derivedPartPath(table.name, range);
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    let query = `from batch_rows where ${isBetween(range.first, range.last)}`;
    if (rows > ROW_GROUP) {
      // Where row groups end depends on where their rows begin: here always at the first row of a table.
      await this.connection.run(`create or replace temp table range_rows as ${query}`);
      query = 'from range_rows';
    }
    await this.connection.run(copyPart({ table, query, path: join(folder, path), rows }));
    return this.kept.add({ ...(await finishFile(folder, path)), table: table.name, rows });
  }

  /** Fills the table from the parts. */
  async fill(): Promise<void> {
    const temporary = ['batch_rows', 'range_rows', 'changed_rows'];
    await this.connection.run(temporary.map((name) => `drop table if exists ${name}`).join('; '));
    const paths = this.parts.map(({ path }) => literal(join(this.folder, path)));
    if (paths.length === 0) return;
    await this.connection.run(
      `insert into ${storedName(this.view.name)} from read_parquet([${paths.join(', ')}], hive_partitioning = false)`,
    );
  }

  /** Closes the connection. */
  close(): void {
    this.connection.closeSync();
  }
}

/** Rows of a row group of Parquet; the default of DuckDB. */
const ROW_GROUP = 122_880;

/** Rows of `images` stand in the order of the warehouse, so that their row ids order whatever belongs to an image or a study. */
function inOrder(source: string, stored: StoredOrder, first: number, last: number): string {
  const keys = stored.by === 'image' ? 'image_id, study_id, patient_id' : 'study_id, patient_id';
  const order = stored.columns.map((column) => `, ${identifier(column)} nulls last`).join('');
  return `
    select computed.*
    from (${source}) as computed
    join (
      select ${keys}, min(rowid) as place from main.images where ${isBetween(first, last)} group by ${keys}
    ) as places using (${keys})
    order by place${order}`;
}

const isBetween = (first: number, last: number) => `patient_id between ${first} and ${last}`;
