import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { createOptionalInputs } from '../load/optional_inputs.js';
import { createViews } from '../load/views.js';
import { createTable } from '../schema/ddl.js';
import { tables } from '../schema/index.js';

/** A warehouse in memory that has every table, view and macro and no row, for the length of `work`. */
export async function withEmptyWarehouse<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const table of tables) await connection.run(createTable(table));
    await createOptionalInputs(connection, true, new Set(tables.map(({ name }) => name)));
    await createViews(connection);
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
