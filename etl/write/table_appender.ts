import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Table as ArrowTable } from 'apache-arrow';
import { createTable, identifier } from '../schema/ddl.js';
import type { Table } from '../schema/index.js';
import { isPlaceholder, selectRows } from './select.js';

/** One table on its way into the warehouse: a connection of its own with an open transaction. */
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

  static async open(instance: DuckDBInstance, table: Table): Promise<TableAppender> {
    const connection = await instance.connect();
    await connection.run(`${createTable(table)}; begin transaction`);
    return new TableAppender(table, connection);
  }

  /** Appends the rows of `scan_arrow('<table name>')`. */
  async append(arrow: ArrowTable): Promise<void> {
    const virtual = this.#created.columns.filter((column) => column.virtual);
    if (virtual.some((column) => !isPlaceholder(column, arrow))) await this.#storeAll();
    const columns = this.#created.columns.filter((column) => !column.virtual);
    const names = columns.map(({ name }) => identifier(name)).join(', ');
    const query = selectRows({ columns }, this.table.name, arrow);
    await this.connection.run(`insert into ${identifier(this.table.name)} (${names}) ${query}`);
  }

  /** Makes the table anew without virtual columns: DuckDB cannot alter them. Once a build at most. */
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
      begin transaction
    `);
  }

  /** Commits what has been appended. */
  async close(): Promise<void> {
    await this.connection.run('commit');
    this.connection.closeSync();
  }
}
