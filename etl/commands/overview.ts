import { readViewFiles } from '../schema/view_file.js';
import { DATABASE } from '../warehouse/layout.js';
import type { Manifest } from '../warehouse/manifest.js';
import { count, size } from './format.js';
import { inputNames } from './input_lines.js';
import { textTable } from './text_table.js';
import type { Warehouse } from './warehouse.js';

/** How many rows of `quarantine` or `data_issues` have a code. */
export interface CodeCount {
  readonly table: string;
  readonly code: string;
  readonly rows: number;
}

/** How many rows of quarantine and data_issues have each code. */
export async function readCodeCounts({ connection }: Warehouse): Promise<CodeCount[]> {
  const read = await connection.runAndReadAll(`
    select 'quarantine' as "table", code, count(*)::integer as rows from quarantine group by code
    union all
    select 'data_issues', code, count(*)::integer from data_issues group by code
    order by "table" desc, rows desc, code`);
  return read.getRowObjectsJson() as unknown as CodeCount[];
}

/** A warehouse in one screen. */
export function overview(folder: string, manifest: Manifest, codes: readonly CodeCount[]): string {
  const { build } = manifest;
  return [
    [
      `${folder}: ${count(build.graphs)} scene graphs (${size(build.json_bytes)} of JSON)`,
      ...(build.is_synthetic ? ['synthetic'] : []),
      ...(build.with_text ? [] : ['without text']),
    ].join(', '),
    `built ${manifest.created.slice(0, 10)} by version ${build.version}, format ${manifest.format_version}; ${sizesOf(manifest)}`,
    `input ${build.input_fingerprint.slice(0, 16)}…`,
    '',
    tableOfTables(manifest),
    codeLine('quarantine', codes),
    codeLine('data_issues', codes),
    inputLines(manifest),
    '',
    `views    ${wrap(namesOf('view'), 9)}`,
    `macros   ${wrap(namesOf('table macro'), 9)}`,
    '',
    `imagenome info ${folder} report_findings   what a table or view is`,
    `imagenome sql ${folder} "from patient_sequences limit 5"`,
    '',
  ].join('\n');
}

const bytesOf = (files: readonly { readonly bytes: number }[]) =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

function sizesOf({ tables, others }: Manifest): string {
  const database = others.find(({ path }) => path === DATABASE)?.bytes ?? 0;
  return `DuckDB ${size(database)}, Parquet ${size(bytesOf(tables.flatMap(({ files }) => files)))}`;
}

function tableOfTables({ tables }: Manifest): string {
  const largest = Math.max(...tables.map(({ files }) => bytesOf(files)));
  const rows = tables.map(({ name, rows, files }) => [
    name,
    count(rows),
    size(bytesOf(files)),
    bar(bytesOf(files) / largest),
  ]);
  return textTable(['table', 'rows', 'Parquet', ''], rows, (column) => column === 1 || column === 2);
}

/** What was rejected, or loaded although it looks wrong, by its code. */
function codeLine(table: string, codes: readonly CodeCount[]): string {
  const own = codes.filter((one) => one.table === table).map(({ code, rows }) => `${count(rows)} ${code}`);
  return `${table.padEnd(12)} ${own.length === 0 ? 'nothing' : wrap(own, 13, ' · ')}`;
}

const namesOf = (kind: string) =>
  readViewFiles()
    .filter((file) => file.kind === kind)
    .map(({ name }) => name);

function inputLines({ inputs = [] }: Partial<Manifest>): string {
  const { found, missing } = inputNames(inputs);
  const lines = [found, missing].map((names) => (names.length === 0 ? 'none' : wrap(names, 13)));
  return `found        ${lines[0]}\nnot found    ${lines[1]}`;
}

/** A length in twentieths of a bar. */
function bar(share: number): string {
  return '█'.repeat(Math.round(share * 20)) || '▏';
}

const WIDTH = 110;

function wrap(words: readonly string[], indent: number, between = ', '): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line !== '' && indent + line.length + between.length + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : line + between + word;
  }
  return lines.join(`${between.trimEnd()}\n${' '.repeat(indent)}`);
}
