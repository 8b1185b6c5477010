import type { DuckDBConnection } from '@duckdb/node-api';
import { createTable, identifier, inKeyOrder, literal } from '../schema/ddl.js';
import type { ColumnType, Table } from '../schema/index.js';

/** A row of a small table, by column name; absent columns are NULL. */
export type Row = Readonly<Record<string, unknown>>;

/** Fills a small table, in the order of its key. */
export async function createFrom(connection: DuckDBConnection, table: Table, rows: readonly Row[]) {
  const fields = table.columns.map(({ name, type }) => [name, jsonType(type)]);
  const structure = JSON.stringify([Object.fromEntries(fields)]);
  await createFromQuery(
    connection,
    table,
    `select unnest(from_json(${literal(JSON.stringify(rows))}, ${literal(structure)}), max_depth := 2)`,
  );
}

/** Fills a small table from a query with its columns, in the order of its key; creates it unless the database has it. */
export async function createFromQuery(connection: DuckDBConnection, table: Table, query: string) {
  await connection.run(createTable(table, 'table if not exists'));
  await connection.run(
    `insert into ${identifier(table.name)} by name select * from (${query}) ${inKeyOrder(table)}`,
  );
}

function jsonType(type: ColumnType): string | string[] {
  return type.endsWith('[]') ? [type.slice(0, -2)] : type;
}
