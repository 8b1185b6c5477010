import { readViewFiles, signatureOf, type ViewFile } from '../schema/view_file.js';
import { commandLine } from '../terminal/program.js';
import type { Screen } from '../terminal/screen.js';
import { listTable } from '../terminal/table.js';
import { shownWords, visibleCell } from '../terminal/visible.js';
import { headed, wrapped } from '../terminal/wrap.js';
import { DATABASE } from '../warehouse/layout.js';
import type { Manifest } from '../warehouse/manifest.js';
import { entryLines } from './entry_lines.js';
import { count, counted, size } from './format.js';
import { inputNames } from './input_lines.js';
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

/** A warehouse: what it was built from, its tables with their rows, its views and macros, each with what it is. */
export function overview(
  folder: string,
  manifest: Manifest,
  codes: readonly CodeCount[],
  screen: Screen,
): string {
  const { build } = manifest;
  const paragraphs = [
    [
      `${visibleCell(folder, screen)}: ${counted(build.graphs, 'scene graph')} (${size(build.json_bytes)} of JSON)`,
      ...(build.is_synthetic ? ['synthetic'] : []),
      ...(build.with_text ? [] : ['without text']),
    ].join(', '),
    `built ${manifest.created.slice(0, 10)} by version ${build.version}, format ${manifest.format_version}; ${sizesOf(manifest)}`,
    `input ${build.input_fingerprint.slice(0, 16)}${screen.marks.cut}`,
  ];
  return [
    ...paragraphs.flatMap((line) => wrapped(line, screen.columns)),
    '',
    tableOfTables(manifest, screen),
    codeLine('quarantine', codes, screen),
    codeLine('data_issues', codes, screen),
    ...inputLines(manifest, screen),
    '',
    shownWords(listOfViews(screen), screen),
    ...[
      ['info', folder, 'report_findings'],
      ['info', folder, '--search', 'effusion'],
      ['sql', folder, 'from patient_sequences limit 5'],
    ].map((words) => commandLine(words, screen.columns)),
    '',
  ].join('\n');
}

const bytesOf = (files: readonly { readonly bytes: number }[]) =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

function sizesOf({ tables, others }: Manifest): string {
  const database = others.find(({ path }) => path === DATABASE)?.bytes ?? 0;
  return `DuckDB ${size(database)}, Parquet ${size(bytesOf(tables.flatMap(({ files }) => files)))}`;
}

function tableOfTables({ tables }: Manifest, screen: Screen): string {
  const largest = Math.max(...tables.map(({ files }) => bytesOf(files)));
  const rows = tables.map(({ name, rows, files }) => [
    name,
    count(rows),
    size(bytesOf(files)),
    bar(bytesOf(files) / largest, screen),
  ]);
  return listTable(['table', 'rows', 'Parquet', ''], rows, (column) => column === 1 || column === 2, screen);
}

/** A length in twentieths of a bar. */
function bar(share: number, { marks }: Screen): string {
  return marks.bar.repeat(Math.round(share * 20)) || marks.sliver;
}

/** What was rejected, or loaded although it looks wrong, by its code. */
function codeLine(table: string, codes: readonly CodeCount[], screen: Screen): string {
  const own = codes.filter((one) => one.table === table).map(({ code, rows }) => `${count(rows)} ${code}`);
  return headed(table, own.length === 0 ? ['nothing'] : own, screen.columns, ` ${screen.marks.dot} `);
}

function inputLines({ inputs = [] }: Partial<Manifest>, screen: Screen): string[] {
  const { found, missing } = inputNames(inputs);
  return [
    headed('found', found.length === 0 ? ['none'] : found, screen.columns),
    headed('not found', missing.length === 0 ? ['none'] : missing, screen.columns),
  ];
}

/** Views and macros under the headings of docs/views.md, one line each. */
function listOfViews(screen: Screen): string {
  const all = readViewFiles();
  const isPart = ({ kind }: ViewFile) => kind === 'scalar macro';
  const files = [...all.filter((file) => !isPart(file)), ...all.filter(isPart)];
  const groups = [...new Set(files.map(({ group }) => group))];
  return groups
    .map((group) => {
      const own = files.filter((file) => file.group === group);
      const entries = own.map((file) => ({ name: signatureOf(file), about: file.title }));
      return `${group}\n${entryLines(entries, screen)}\n`;
    })
    .join('\n');
}
