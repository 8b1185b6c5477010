import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, literal } from '../schema/ddl.js';
import { inputTables, type Table, tables, withoutText } from '../schema/index.js';

const isInput = new Set<Table>(Object.values(inputTables));

/**
 * Creates the schema `optional_inputs`, through which views read what a build may lack: `<table>_if_given` for every optional table
 * and every table with free text, with all of its documented columns. No name is that of a table, which may be absent. What is
 * absent is NULL, or no rows. `provided` lists which tables were given. Where it is there, what was given is put in. Lists of tables
 * are sorted by schema, and this one comes behind `main`.
 * @param given names of the optional tables that are there
 */
export async function createOptionalInputs(
  connection: DuckDBConnection,
  withText: boolean,
  given: ReadonlySet<string> = new Set(),
): Promise<void> {
  await connection.run(optionalInputStatements(withText, given).join(';\n'));
}

/** The statements that create the schema `optional_inputs`, with a comment on each of its views. */
export function optionalInputStatements(withText: boolean, given: ReadonlySet<string>): string[] {
  const statements = ['create schema if not exists optional_inputs'];
  const provided: string[] = [];
  for (const table of tables) {
    const hasText = table.freeText === true || table.columns.some(({ freeText }) => freeText === 'absent');
    if (!isInput.has(table) && !hasText) continue;
    const own = isInput.has(table) && !given.has(table.name) ? undefined : withoutText(table, withText);
    const name = `optional_inputs.${identifier(`${table.name}_if_given`)}`;
    const about = `${table.title}, where the build has them; what it lacks is NULL, or no rows. Other views read it`;
    statements.push(
      `create or replace view ${name} as ${rowsIfGiven(table, own)}`,
      `comment on view ${name} is ${literal(about)}`,
    );
    if (isInput.has(table)) provided.push(`(${literal(table.name)}, ${own !== undefined})`);
  }
  const rows = provided.join(', ');
  statements.push(
    `create or replace view optional_inputs.provided as from (values ${rows}) as provided (table_name, is_provided)`,
    "comment on view optional_inputs.provided is 'Optional tables, and whether the build was given them'",
  );
  return statements;
}

/** @param own the table as the warehouse has it; undefined where it has not */
function rowsIfGiven(table: Table, own: Table | undefined): string {
  const names = new Set(own?.columns.map(({ name }) => name));
  const columns = table.columns.map(({ name, type }) =>
    names.has(name) ? identifier(name) : `null::${type} as ${identifier(name)}`,
  );
  return `select ${columns.join(', ')}${own ? ` from main.${identifier(table.name)}` : ' where false'}`;
}
