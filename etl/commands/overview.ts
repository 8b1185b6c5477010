import { readViewFiles } from '../schema/view_file.js';
import type { Manifest } from '../warehouse/manifest.js';
import { count, size } from './pace.js';
import { textTable } from './text_table.js';
import type { Warehouse } from './warehouse.js';

/** What was rejected, and what was loaded although it looks wrong. */
export interface Note {
  readonly table: string;
  readonly code: string;
  readonly rows: number;
}

/** How many rows of quarantine and data_issues have each code. */
export async function notesOf({ connection }: Warehouse): Promise<Note[]> {
  const read = await connection.runAndReadAll(`
    select 'quarantine' as "table", code, count(*)::integer as rows from quarantine group by code
    union all
    select 'data_issues', code, count(*)::integer from data_issues group by code
    order by "table" desc, rows desc, code`);
  return read.getRowObjectsJson() as unknown as Note[];
}

/** A warehouse in one screen. */
export function overview(folder: string, manifest: Manifest, notes: readonly Note[]): string {
  const { build, tables, others } = manifest;
  const bytesOf = (files: readonly { bytes: number }[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
  const database = others.find(({ path }) => path.endsWith('.duckdb'))?.bytes ?? 0;
  const parquet = bytesOf(tables.flatMap(({ files }) => files));
  const largest = Math.max(...tables.map(({ files }) => bytesOf(files)));
  const rows = tables.map(({ name, rows, files }) => [
    name,
    count(rows),
    size(bytesOf(files)),
    bar(bytesOf(files) / largest),
  ]);
  return `${folder}: ${count(build.graphs)} scene graphs (${size(build.json_bytes)} of JSON)${build.is_synthetic ? ', synthetic' : ''}${build.with_text ? '' : ', without text'}
built ${manifest.created.slice(0, 10)} by version ${build.version}, format ${manifest.format_version}; DuckDB ${size(database)}, Parquet ${size(parquet)}
input ${build.input_fingerprint.slice(0, 16)}…

${textTable(['table', 'rows', 'Parquet', ''], rows, (column) => column === 1 || column === 2)}
${noteLines(notes)}
views    ${wrap(namesOf('view'), 9)}
macros   ${wrap(namesOf('table macro'), 9)}

imagenome info ${folder} report_findings   what a table or view is
imagenome sql ${folder} "from patient_sequences limit 5"
`;
}

const namesOf = (kind: string) =>
  readViewFiles()
    .filter((file) => file.kind === kind)
    .map(({ name }) => name);

function noteLines(notes: readonly Note[]): string {
  return ['quarantine', 'data_issues']
    .map((table) => {
      const codes = notes.filter((note) => note.table === table);
      const list = codes.map(({ code, rows }) => `${count(rows)} ${code}`);
      return `${table.padEnd(12)} ${list.length === 0 ? 'nothing' : wrap(list, 13, ' · ')}`;
    })
    .join('\n');
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
