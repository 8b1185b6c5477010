import type { DuckDBConnection } from '@duckdb/node-api';
import { comments, createTable } from '../schema/ddl.js';
import { inputTables, type Table, tables, withoutText } from '../schema/index.js';
import { createOptionalInputs } from './optional_inputs.js';
import { createStoredViews } from './stored_views.js';
import { createViews } from './views.js';

const isInput = new Set<Table>(Object.values(inputTables));

/** What decides which tables and views a warehouse has. */
export interface CatalogOptions {
  /** Free text has its columns and tables. */
  readonly withText: boolean;
  /** Views that take long have tables for their rows. */
  readonly withStored: boolean;
}

/**
 * Creates all that a warehouse has before it has rows: its tables but for the optional inputs, comments, the schema `optional_inputs`,
 * views and macros, tables for the rows of views. One transaction, as some seven hundred statements would each wait for the disk.
 */
export async function createCatalog(
  connection: DuckDBConnection,
  { withText, withStored }: CatalogOptions,
): Promise<void> {
  await connection.run('begin transaction');
  for (const whole of tables) {
    const table = isInput.has(whole) ? undefined : withoutText(whole, withText);
    if (table) await connection.run([createTable(table), ...comments(table)].join(';\n'));
  }
  await createOptionalInputs(connection, withText);
  await createViews(connection);
  if (withStored) await createStoredViews(connection);
  await connection.run('commit');
}

/**
 * Completes the catalog when the optional inputs are there: their comments, and what views read of them.
 * @param given the tables of optional inputs as they were created
 */
export async function completeCatalog(
  connection: DuckDBConnection,
  withText: boolean,
  given: readonly Table[],
): Promise<void> {
  await connection.run('begin transaction');
  for (const table of given) await connection.run(comments(table).join(';\n'));
  await createOptionalInputs(connection, withText, new Set(given.map(({ name }) => name)));
  await connection.run('commit');
}
