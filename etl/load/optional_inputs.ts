import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../schema/ddl.js';
import { delivered, inputTables, type Table, tables } from '../schema/index.js';

const isInput = new Set<Table>(Object.values(inputTables));

/**
 * Creates the schema `inputs`, through which views read what a build may lack: `<table>_if_given` for every optional table and
 * every table with free text, with all of its documented columns. No name is that of a table, which may be absent. What is absent is NULL, or no rows. `inputs.provided` tells which tables were given.
 */
export async function createOptionalInputs(connection: DuckDBConnection, withText: boolean): Promise<void> {
  const read = await connection.runAndReadAll(
    "select table_name from duckdb_tables() where schema_name = 'main'",
  );
  const present = new Set(read.getRowsJson().map(([name]) => String(name)));
  await connection.run('create schema inputs');
  const provided: string[] = [];
  for (const table of tables) {
    const hasText = table.freeText === true || table.columns.some(({ freeText }) => freeText === 'absent');
    if (!isInput.has(table) && !hasText) continue;
    await connection.run(
      `create view inputs.${identifier(`${table.name}_if_given`)} as ${rows(table, present, withText)}`,
    );
    if (isInput.has(table)) provided.push(`(${literal(table.name)}, ${present.has(table.name)})`);
  }
  await connection.run(
    `create view inputs.provided as from (values ${provided.join(', ')}) as provided (table_name, is_provided)`,
  );
}

function rows(table: Table, present: ReadonlySet<string>, withText: boolean): string {
  const own = present.has(table.name) ? delivered(table, withText) : undefined;
  const names = new Set(own?.columns.map(({ name }) => name));
  const columns = table.columns.map(({ name, type }) =>
    names.has(name) ? identifier(name) : `null::${type} as ${identifier(name)}`,
  );
  return `select ${columns.join(', ')}${own ? ` from main.${identifier(table.name)}` : ' where false'}`;
}
