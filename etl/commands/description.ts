import { UserError } from '../error.js';
import { literal } from '../schema/ddl.js';
import { describeView, readViewFiles, signatureOf } from '../schema/view_file.js';
import { commandLine } from '../terminal/program.js';
import type { Screen } from '../terminal/screen.js';
import { didYouMean } from '../terminal/suggestion.js';
import { listTable } from '../terminal/table.js';
import { shownWords, visibleCell } from '../terminal/visible.js';
import { wrapped } from '../terminal/wrap.js';
import { toJson } from './values.js';
import { DEFAULT_WAREHOUSE, type Warehouse } from './warehouse.js';

/** A table, view or macro with its columns, from the comments that the warehouse itself carries. */
export interface Described {
  readonly name: string;
  /** How it is written in a query: a macro with its parameters. */
  readonly call: string;
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
  /** A query to begin with; none for a macro of whose parameters no value is known. */
  readonly example: string | undefined;
}

/** Finds a table, view or macro. @throws UserError when the warehouse has none of that name */
export async function describe({ connection }: Warehouse, name: string): Promise<Described> {
  const read = async (query: string) =>
    (await connection.runAndReadAll(query)).convertRowObjects(toJson) as Record<string, string>[];
  const names = await read(`
    select table_name as name, comment from duckdb_tables() where schema_name = 'main'
    union all
    select view_name, comment from duckdb_views() where schema_name = 'main' and not internal`);
  const known = names.find((one) => one.name === name);
  if (!known) {
    return describeMacro(
      name,
      names.map((one) => one.name!),
    );
  }
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
    example: `from ${name} limit 5`,
  };
}

/** Columns of a macro are those of its file: DuckDB keeps no types of what depends on parameters. */
function describeMacro(name: string, others: readonly string[]): Described {
  const macros = readViewFiles().filter(({ kind }) => kind !== 'view');
  const file = macros.find((file) => file.name === name);
  if (!file) {
    const meant = didYouMean(name, [...others, ...macros.map((macro) => macro.name)]);
    throw new UserError(
      `${name}: expected a table, view or macro of the warehouse, found none${meant || '; imagenome info DIR lists them.'}`,
    );
  }
  const columns = file.columns.map((column) => ({ name: column.name, type: '', about: column.description }));
  const call = signatureOf(file);
  const called = exampleCall(call);
  const example = called && (file.kind === 'table macro' ? `from ${called} limit 5` : `select ${called}`);
  return { name, call, about: describeView(file), columns, example };
}

/** A value for each parameter that macros have, as SQL writes it. */
const exampleValues: Readonly<Record<string, string>> = {
  patient: '(select min(patient_id) from patients)',
  study: '(select min(study_id) from studies)',
  ...{
    section_name: "'finalreport'",
    section: "'finalreport'",
    split_name: "'train'",
    rule: "'last_mention'",
  },
  ...{ regions: '18', cues: "['severity|yes|mild']", viewpoint: "'PA'", category_id: "'nlp'" },
  ...{ phrase: "'Clear right lung base.'", side: "'right'", bbox_name: "'right lung'", place: "'base'" },
  ...{ parts: "['a', 'b']", sent_loc: '3', relation: "'yes'", phrase_id: "'50000001|3'" },
  ...{ x1: '10', y1: '10', x2: '20', y2: '20', frame_width: '224', frame_height: '224', k: '3', n: '10' },
};

/** A call of a macro that can be run; undefined where a parameter has neither a default nor a known value. */
function exampleCall(call: string): string | undefined {
  const [, name, parameters = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
  const required = parameters.split(', ').filter((one) => one !== '' && !one.includes(':='));
  if (required.some((one) => exampleValues[one] === undefined)) return undefined;
  return `${name}(${required.map((one) => exampleValues[one]).join(', ')})`;
}

/** What `info` shows of it. */
export function description(
  { name, call, about, columns, example }: Described,
  folder: string,
  screen: Screen,
): string {
  const cells = columns.map((column) => [column.name, column.type, column.about]);
  const rows = cells.map((row) => row.map((cell) => visibleCell(cell, screen)));
  const text = `${call}: ${about}`.replace(/\. (Grain|Rule|Tie-break|Source): /g, '\n$1: ');
  const paragraphs = wrapped(shownWords(text, screen), screen.columns).join('\n');
  const table = columns.length > 0 ? `\n${listTable(['column', 'type', ''], rows, () => false, screen)}` : '';
  if (example === undefined) return `${paragraphs}\n${table}`;
  const words = ['sql', ...(folder === DEFAULT_WAREHOUSE ? [] : [folder]), example];
  return `${paragraphs || name}\n${table}\n${commandLine(words, screen.columns)}\n`;
}
