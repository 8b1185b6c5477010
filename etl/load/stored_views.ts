import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier } from '../schema/ddl.js';
import { readViewFiles, type ViewFile } from '../schema/view_file.js';
import { viewComments } from './views.js';

/**
 * Creates the schema `derived` with a table without rows for each view whose rows a build stores, of the columns and types that its
 * file gives; the view of that name in `main` reads the table from then on.
 */
export async function createStoredViews(connection: DuckDBConnection): Promise<void> {
  const stored = readViewFiles().filter((file) => file.stored !== undefined);
  await connection.run(['create schema derived', ...stored.flatMap(storedViewStatements)].join(';\n'));
}

/** Name of the table that holds the rows of a view. */
export function storedName(view: string): string {
  return `derived.${identifier(view)}`;
}

function storedViewStatements(file: ViewFile): string[] {
  const [view, table] = [`main.${identifier(file.name)}`, storedName(file.name)];
  const columns = file.columns.map(({ name }) => identifier(name)).join(', ');
  return [
    `create table ${table} as select ${columns} from (${file.sql}) limit 0`,
    `create or replace view ${view} as select ${columns} from ${table}`,
    ...viewComments(file, 'view', view),
    ...viewComments(file, 'table', table),
  ];
}
