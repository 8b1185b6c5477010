import { posix } from 'node:path';
import { buildInfoRows } from '../load/build_info.js';
import { inputFileRows } from '../load/input_facts.js';
import { inputTables, metadataTables, type Table, tables, withoutText } from '../schema/index.js';
import { readViewFiles, type ViewFile } from '../schema/view_file.js';
import type { Manifest } from '../warehouse/manifest.js';
import { readSparkQuery } from './query_file.js';
import { sparkName, sparkRows, sparkText, sparkTypes } from './types.js';

/** What the statements of a warehouse are made for. */
export interface SparkOptions {
  /** Where Spark finds the folder of the warehouse, e.g. s3a://bucket/warehouse. */
  readonly files: string;
  /** Views compute although the warehouse stores their rows. */
  readonly computed?: boolean;
}

/** A statement of the script, and the table or view that it makes. */
export interface SparkStatement {
  readonly name: string;
  readonly sql: string;
}

/**
 * Statements that give a session of Spark every table and view of a warehouse, as temporary views over its Parquet files, in the
 * order in which they read each other. What the build was not given is an empty table.
 */
export function sparkStatements(manifest: Manifest, options: SparkOptions): SparkStatement[] {
  const stored = new Map(
    manifest.tables.filter(({ files }) => files.length > 0).map((table) => [table.name, table]),
  );
  const folderOf = (name: string) => {
    const [first] = stored.get(name)!.files;
    const isTree = first!.path.includes('/patient_group=');
    return `${options.files}/${isTree ? posix.dirname(posix.dirname(first!.path)) : first!.path}`;
  };
  const made: SparkStatement[] = [];
  for (const table of tables) {
    const own = withoutText(table, manifest.build.with_text);
    if (own && stored.has(table.name))
      made.push(parquetView(own, folderOf(table.name), table.kind === 'graph'));
    else if (own && table.kind !== 'input') made.push(view(own.name, rowsOf(own, manifest), own.title));
    if (isOptional(table)) made.push(ifGiven(table, stored.has(table.name) ? own : undefined));
  }
  made.push(provided(stored));
  for (const file of readViewFiles().filter(({ kind }) => kind === 'view')) {
    const isStored = stored.has(file.name) && !options.computed;
    made.push(isStored ? storedView(file, folderOf(file.name)) : computedView(file));
  }
  return made;
}

/** The statements as one text that `spark-sql -f` runs; between two of them stands `;` and an empty line. */
export function sparkScript(statements: readonly SparkStatement[]): string {
  return statements.map(({ sql }) => `${sql};\n`).join('\n');
}

const inputs = new Set<Table>(Object.values(inputTables));

const isOptional = (table: Table) =>
  inputs.has(table) || table.freeText === true || table.columns.some(({ freeText }) => freeText === 'absent');

function view(name: string, query: string, title: string): SparkStatement {
  return {
    name,
    sql: `create or replace temporary view ${sparkName(name)} comment ${sparkText(title)} as\n${query}`,
  };
}

/** @param isTree the files lie in folders patient_group=…, which is a column more */
function parquetView(table: Table, path: string, isTree: boolean): SparkStatement {
  const columns = table.columns.map(
    ({ name, type, description }) =>
      `  ${sparkName(name)} ${sparkTypes[type]} comment ${sparkText(description)}`,
  );
  if (isTree)
    columns.push(
      `  patient_group string comment ${sparkText('folder of the files: p and the first two digits of patient_id')}`,
    );
  const sql = `create or replace temporary view ${sparkName(table.name)} (\n${columns.join(',\n')}\n)\nusing parquet options (path ${sparkText(path)})`;
  return { name: table.name, sql };
}

/** A table that is in no Parquet file: what the manifest says, or no rows. */
function rowsOf(table: Table, { build, tables, inputs }: Manifest): string {
  if (table.name === metadataTables.input_files.name) return sparkRows(table, inputFileRows(inputs));
  if (table.name !== metadataTables.build_info.name) return sparkRows(table, []);
  return sparkRows(
    table,
    buildInfoRows(build, Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))),
  );
}

/** The columns that a table has when it is given; what this warehouse lacks of them is NULL. */
function ifGiven(table: Table, own: Table | undefined): SparkStatement {
  const name = `${table.name}_if_given`;
  const about = `${table.title}, where the build has them; what it lacks is NULL, or no rows`;
  if (!own) return view(name, sparkRows(table, []), about);
  const names = new Set(own.columns.map((column) => column.name));
  const columns = table.columns.map(({ name, type }) =>
    names.has(name) ? sparkName(name) : `cast(null as ${sparkTypes[type]}) as ${sparkName(name)}`,
  );
  return view(name, `select ${columns.join(', ')}\nfrom ${sparkName(own.name)}`, about);
}

function provided(stored: ReadonlyMap<string, unknown>): SparkStatement {
  const rows = [...inputs].map(({ name }) => `(${sparkText(name)}, ${stored.has(name)})`);
  const query = `select * from values\n  ${rows.join(',\n  ')}\nas provided (table_name, is_provided)`;
  return view('provided', query, 'Optional tables, and whether the build was given them');
}

function storedView({ name, title }: ViewFile, path: string): SparkStatement {
  return {
    name,
    sql: `create or replace temporary view ${sparkName(name)}\n-- ${title}\nusing parquet options (path ${sparkText(path)})`,
  };
}

const computedView = ({ name, title }: ViewFile) => view(name, readSparkQuery(name).sql, title);
