import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../schema/ddl.js';
import { describeView, readViewFiles, type ViewFile } from '../schema/view_file.js';

/** Creates the views and macros of `views/`, each with its comments, on top of tables and `optional_inputs`. */
export async function createViews(connection: DuckDBConnection): Promise<void> {
  const created = readViewFiles().flatMap(viewStatements);
  await connection.run(created.join(';\n'));
}

/** The statements that create a view or macro with its comments, in place of an earlier one of its name. */
export function viewStatements(file: ViewFile): string[] {
  const name = `main.${identifier(file.name)}`;
  const about = literal(describeView(file));
  if (file.kind !== 'view') {
    const kind = file.kind === 'table macro' ? 'macro table' : 'macro';
    return [
      file.sql.replace(/^create macro/, 'create or replace macro'),
      `comment on ${kind} ${name} is ${about}`,
    ];
  }
  return [`create or replace view ${name} as ${file.sql}`, ...viewComments(file, 'view', name)];
}

/**
 * Comments on a view and its columns, or on the table that stores its rows.
 * @param name as SQL writes it
 */
export function viewComments(file: ViewFile, kind: 'view' | 'table', name: string): string[] {
  return [
    `comment on ${kind} ${name} is ${literal(describeView(file))}`,
    ...file.columns.map(
      (column) => `comment on column ${name}.${identifier(column.name)} is ${literal(column.description)}`,
    ),
  ];
}
