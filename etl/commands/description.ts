import { UserError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { describeView, readViewFiles } from '../schema/view_file.js';
import { textTable } from './text_table.js';
import { toJson } from './values.js';
import type { Warehouse } from './warehouse.js';

/** A table, view or macro with its columns, from the comments that the warehouse itself carries. */
export interface Described {
  readonly name: string;
  /** How it is written after `from`. */
  readonly call: string;
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
}

/** Finds a table, view or macro. @throws UserError when the warehouse has none of that name */
export async function describe({ connection }: Warehouse, name: string): Promise<Described> {
  const read = async (query: string) =>
    (await connection.runAndReadAll(query)).convertRowObjects(toJson) as Record<string, string>[];
  const [known] = await read(`
    select comment from duckdb_tables() where schema_name = 'main' and table_name = ${literal(name)}
    union all
    select comment from duckdb_views() where schema_name = 'main' and not internal and view_name = ${literal(name)}`);
  if (!known) return describeMacro(name);
  const columns = await read(`
    select column_name as name, data_type as type, coalesce(comment, '') as about
    from duckdb_columns()
    where schema_name = 'main' and table_name = ${literal(name)}
    order by column_index`);
  return {
    name,
    call: name,
    about: known.comment ?? '',
    columns: columns as unknown as Described['columns'],
  };
}

/** Columns of a macro are those of its file: DuckDB keeps no types of what depends on parameters. */
function describeMacro(name: string): Described {
  const file = readViewFiles().find((file) => file.name === name && file.kind === 'table macro');
  if (!file) {
    throw new UserError(
      `${name}: expected a table, view or macro of the warehouse, found none; imagenome info lists them.`,
    );
  }
  const columns = file.columns.map((column) => ({ name: column.name, type: '', about: column.description }));
  const [call] = /\w+\([^)]*\)/.exec(file.sql) ?? [name];
  return { name, call, about: describeView(file), columns };
}

/** What `info` shows of it. */
export function description({ name, call, about, columns }: Described): string {
  const rows = columns.map((column) => [column.name, column.type, column.about]);
  const text = about.replace(/\. (Grain|Rule|Tie-break|Source): /g, '\n$1: ');
  return `${name}: ${text}\n\n${textTable(['column', 'type', ''], rows, () => false)}\nimagenome sql "from ${call} limit 5"\n`;
}
