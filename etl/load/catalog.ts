import type { DuckDBConnection } from '@duckdb/node-api';
import { comments } from '../schema/ddl.js';
import { delivered, tables } from '../schema/index.js';
import { createOptionalInputs } from './optional_inputs.js';
import { createViews } from './views.js';

/**
 * Completes the catalog of a warehouse whose tables are there: comments, the schema `inputs`, views and macros. One
 * transaction, as some seven hundred statements would each wait for the disk.
 */
export async function completeCatalog(connection: DuckDBConnection, withText: boolean): Promise<void> {
  await connection.run('begin transaction');
  await commentTables(connection, withText);
  await createOptionalInputs(connection, withText);
  await createViews(connection);
  await connection.run('commit');
}

/** Describes every table and column that exists, so that any client can show what it holds. */
async function commentTables(connection: DuckDBConnection, withText: boolean): Promise<void> {
  const known = await connection.runAndReadAll(
    "select table_name from duckdb_tables() where schema_name = 'main'",
  );
  const names = new Set(known.getRows().map(([name]) => name));
  for (const whole of tables) {
    const table = delivered(whole, withText);
    if (table && names.has(table.name)) await connection.run(comments(table).join(';\n'));
  }
}
