import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { AddIssue } from '../diagnostics/issue.js';
import { duckdbErrorKind, isDuckdbError } from '../duckdb_error.js';
import { identifier, literal } from '../schema/ddl.js';
import { type Column, delivered, type Table } from '../schema/index.js';
import { type InputFile, metadataFile, releaseFiles } from './input_files.js';
import { createFromQuery } from './rows.js';

/** An input file that exists. */
interface FoundFile {
  readonly file: InputFile;
  readonly path: string;
  /** What messages call it: its path within the release, or the name of its option. */
  readonly name: string;
}

/** The optional files of a release (undefined: INPUT is none), and the MIMIC-CXR-JPG metadata where it is named. */
export function findInputFiles(
  releaseRoot: string | undefined,
  mimicMetadata: string | undefined,
): FoundFile[] {
  const ofRelease = releaseFiles.map((file) => ({
    file,
    path: join(releaseRoot ?? '', file.path!),
    name: file.path!,
  }));
  return [
    ...ofRelease.filter(({ path }) => releaseRoot !== undefined && existsSync(path)),
    ...(mimicMetadata ? [{ file: metadataFile, path: mimicMetadata, name: '--mimic-metadata' }] : []),
  ];
}

/** Creates the tables of the optional inputs that are there, and gives their names. What does not read is reported. */
export async function createInputs(
  connection: DuckDBConnection,
  found: readonly FoundFile[],
  withText: boolean,
  report: AddIssue,
): Promise<string[]> {
  const created: string[] = [];
  for (const original of new Set(found.map(({ file }) => file.table))) {
    const table = delivered(original, withText);
    if (!table) continue;
    const queries: string[] = [];
    for (const one of found.filter(({ file }) => file.table === original)) {
      const query = await readable(connection, table, one, report);
      if (query) queries.push(query);
    }
    if (queries.length === 0) continue;
    await createFromQuery(connection, table, queries.join(' union all '));
    created.push(table.name);
  }
  return created;
}

/** Bytes of a text table that DuckDB reads at once; its default of 32 MB a thread would need a large --memory-limit. */
const BUFFER = 2 ** 22;

/** The query of a file's rows, or undefined when the file cannot be read; what it leaves out is reported. */
async function readable(
  connection: DuckDBConnection,
  table: Table,
  { file, path, name }: FoundFile,
  report: AddIssue,
): Promise<string | undefined> {
  const compression = /\.gz$/i.test(path) ? 'gzip' : 'none';
  const source = `read_csv(${literal(withoutGlob(path))}, compression = '${compression}', delim = ${literal(file.delimiter)}, header = true, all_varchar = true,
    quote = '"', escape = '"', buffer_size = ${BUFFER}, strict_mode = false, ignore_errors = true, store_rejects = true,
    rejects_table = 'rejected', rejects_scan = 'rejected_scan')`;
  if (!statSync(path).isFile()) {
    report('unreadable_input', name, 'expected a text table, found no file');
    return undefined;
  }
  try {
    await connection.run('drop table if exists rejected; drop table if exists rejected_scan');
    const described = await connection.runAndReadAll(`describe from ${source}`);
    const header = new Set(described.getRowObjectsJson().map((row) => String(row.column_name)));
    const expressions = table.columns.map((column) => expression(column, file, header));
    const isMissing = (column: Column) => expressions[table.columns.indexOf(column)] === 'null';
    const isForeign = table.key.every((key) =>
      table.columns.some((column) => column.name === key && isMissing(column)),
    );
    const missing = table.columns.find((column) => isMissing(column) && (column.required || isForeign));
    if (missing) {
      report('unreadable_input', name, `expected a column for ${missing.name}, found none`);
      return undefined;
    }
    await reportLosses(connection, table, expressions, source, name, report);
    const whole = table.columns.flatMap((column, i) =>
      column.required ? [`${typed(column, expressions[i]!)} is not null`] : [],
    );
    return `select ${table.columns.map((column, i) => `${typed(column, expressions[i]!)} as ${identifier(column.name)}`).join(', ')}
      from ${source}${whole.length > 0 ? ` where ${whole.join(' and ')}` : ''}`;
  } catch (error) {
    if (isDuckdbError(error, 'Out of Memory Error')) throw error;
    report(
      'unreadable_input',
      name,
      `expected a text table, found one that does not read (${duckdbErrorKind(error) ?? 'an error'})`,
    );
    return undefined;
  }
}

/** What a column is read from, as text; `null` where the file does not have it. Image ids lose their .dcm. */
function expression(column: Column, file: InputFile, header: ReadonlySet<string>): string {
  const constant = file.constants?.[column.name];
  if (constant !== undefined) return literal(constant);
  const found = (file.headers[column.name] ?? [column.name]).find((name) => header.has(name));
  if (found === undefined) return 'null';
  const isImage = column.name.endsWith('image_id');
  return isImage ? `regexp_replace(${identifier(found)}, '\\.dcm$', '')` : identifier(found);
}

const typed = ({ type }: Column, text: string) =>
  type === 'VARCHAR' ? text : `try_cast(${text} as ${type})`;

async function reportLosses(
  connection: DuckDBConnection,
  table: Table,
  expressions: readonly string[],
  source: string,
  name: string,
  report: AddIssue,
): Promise<void> {
  const lost = table.columns.map(
    (column, i) =>
      `count(*) filter (${expressions[i]} is not null and ${typed(column, expressions[i]!)} is null) as ${identifier(column.name)}`,
  );
  const whole = table.columns.flatMap((column, i) =>
    column.required ? [`${typed(column, expressions[i]!)} is null`] : [],
  );
  const incomplete = whole.length > 0 ? `count(*) filter (${whole.join(' or ')})` : '0';
  const read = await connection.runAndReadAll(
    `select ${incomplete} as incomplete, ${lost.join(', ')} from ${source}`,
  );
  const { incomplete: rows, ...columns } = read.getRowObjectsJson()[0]!;
  const rejected = await connection.runAndReadAll('select count(distinct line) from rejected');
  const left = Number(rows) + Number(rejected.getRowsJson()[0]![0]);
  if (left > 0) report('rejected_rows', name, `${left} rows without ids or of another form`);
  for (const [column, count] of Object.entries(columns)) {
    if (Number(count) > 0)
      report('wrong_type_ignored', name, `${column}: ${count} values of another type; NULL`);
  }
}

/** A path for DuckDB, which takes *, ? and [ of a path for a pattern, and then reads all files that match. */
function withoutGlob(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}
