import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { comments, createTable, identifier, literal } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';
import { isPlaceholder, type Scan, selectAll } from './select.js';

/** Appends rows to one table of the warehouse, on a connection of its own with an open transaction. */
export class TableAppender {
  readonly table: Table;
  readonly connection: DuckDBConnection;
  /** The table as it is created: until a chunk has an id of another form, its derived ids are virtual columns. */
  #created: Table;

  private constructor(table: Table, connection: DuckDBConnection) {
    this.table = table;
    this.connection = connection;
    this.#created = table;
  }

  /** Opens the table, which the database has, empty. */
  static async open(instance: DuckDBInstance, table: Table): Promise<TableAppender> {
    const connection = await instance.connect();
    // Its statements leave nothing to optimize: looking for it is a sixth of the cost of a small COPY.
    await connection.run('pragma disable_optimizer; begin transaction');
    return new TableAppender(table, connection);
  }

  /** Appends the rows of some Arrow tables in their order. */
  async append(scans: readonly Scan[]): Promise<void> {
    const virtual = this.#created.columns.filter((column) => column.virtual);
    if (virtual.some((column) => scans.some(({ rows }) => !isPlaceholder(column, rows))))
      await this.#storeAll();
    const columns = this.#created.columns.filter((column) => !column.virtual);
    const names = columns.map(({ name }) => identifier(name)).join(', ');
    await this.connection.run(
      `insert into ${identifier(this.table.name)} (${names}) ${selectAll({ columns }, scans)}`,
    );
  }

  /**
   * Appends the rows of Parquet files in their order.
   * @param hasOtherIds some derived id of theirs has another form than the documented one
   */
  async appendFiles(paths: readonly string[], hasOtherIds: boolean): Promise<void> {
    const hasVirtual = this.#created.columns.some((column) => column.virtual);
    if (hasVirtual && hasOtherIds) await this.#storeAll();
    const columns = this.#created.columns.filter((column) => !column.virtual);
    const names = columns.map(({ name }) => identifier(name)).join(', ');
    const files = `[${paths.map(literal).join(', ')}]`;
    // Here the optimizer has something to do: it leaves out the columns that are not asked for.
    await this.connection.run(`
      pragma enable_optimizer;
      insert into ${identifier(this.table.name)} (${names})
      select ${names} from read_parquet(${files}, hive_partitioning = false);
      pragma disable_optimizer
    `);
  }

  /** Makes the table anew without virtual columns: DuckDB cannot alter them. Once per build at most. */
  async #storeAll(): Promise<void> {
    const name = identifier(this.table.name);
    const earlier = identifier(`${this.table.name} until now`);
    const columns = this.table.columns.map((column) => ({ ...column, virtual: false }));
    this.#created = { ...this.table, columns };
    await this.connection.run(`
      commit;
      alter table ${name} rename to ${earlier};
      ${createTable(this.#created)};
      insert into ${name} from ${earlier};
      drop table ${earlier};
      ${comments(this.#created).join(';\n')};
      begin transaction
    `);
  }

  /** Commits what has been appended. */
  async close(): Promise<void> {
    await this.connection.run('commit');
    this.connection.closeSync();
  }
}
