import { constants, gzipSync } from 'node:zlib';
import { boxes, type GoldFile } from '../gold/tables.js';
import { countLines } from '../table_counts.js';
import { fileDefects } from './list_table.js';

/** Changes of whole gold files. */
const changes: Partial<Record<GoldFile, (text: string) => string | Buffer>> = {
  'gold_dataset/gold_bbox_scaling_factors_original_to_224x224.csv': (text) =>
    Buffer.from(`\ufeff${text}`, 'utf16le'),
  [`${boxes}_1_C.csv`]: (text) => text.replaceAll(',', ';'),
  [`${boxes}_1_W.csv`]: (text) => eachRow(text, (row, i) => `"${i}",${row}`),
  [`${boxes}_2_J.csv`]: (text) => eachLine(text, (row, i) => `${row},${i === 0 ? 'reviewer' : 'synthetic'}`),
  [`${boxes}_2_S.csv`]: (text) => eachLine(text, (row, i) => (i === 0 ? row.toUpperCase() : row)),
  'gold_dataset/gold_bbox_coordinate_annotations_1000images.csv': (text) =>
    eachLine(text, (row, i) => (i === 1 ? row.replace(/,[\d.]+/, ',nan') : row)),
  'gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt': withoutIds,
};

/** A gold file as it is written. */
export interface FaultyFile {
  /** Ends in .gz where the file is compressed already. */
  readonly path: string;
  readonly bytes: string | Buffer;
  /** Physical lines and rows that can be read. */
  readonly lines: number;
  readonly rows: number;
}

/** A gold file with its fault, where it has one; `rows` are those of the sound file. */
export function faultyGoldFile(path: GoldFile, text: string, rows: number): FaultyFile {
  if (path === fileDefects.broken_gold_file.file) return brokenFile(path, text, rows);
  if (path === fileDefects.empty_gold_file.file) return { path, bytes: '', lines: 0, rows: 0 };
  return { path, bytes: changes[path]?.(text) ?? text, lines: countLines(text), rows };
}

/** A gzip file that breaks off behind half of the rows. */
function brokenFile(path: string, text: string, rows: number): FaultyFile {
  const half = Math.floor(rows / 2);
  const left = `${rowsOf(text)
    .slice(0, half + 1)
    .join('\n')}\n`;
  const bytes = gzipSync(left, { finishFlush: constants.Z_SYNC_FLUSH });
  return { path: `${path}.gz`, bytes, lines: countLines(left), rows: half };
}

const eachLine = (text: string, change: (line: string, i: number) => string) =>
  text
    .split('\n')
    .map((line, i) => (line === '' ? line : change(line, i)))
    .join('\n');

const eachRow = (text: string, change: (line: string, i: number) => string) =>
  eachLine(text, (line, i) => (i === 0 ? line : change(line, i)));

const lost = ['relationship_id', 'subject_id', 'object_id', 'attribute'];

/** The table without the ids of its relations. */
function withoutIds(text: string): string {
  const rows = rowsOf(text).map((row) =>
    [...row.matchAll(/(?:^|\t)("(?:[^"]|"")*"|[^\t]*)/g)].map(([, field]) => field!),
  );
  const kept = rows[0]!.flatMap((name, i) => (lost.includes(name) ? [] : [i]));
  return rows.map((fields) => `${kept.map((i) => fields[i]).join('\t')}\n`).join('');
}

/** Rows of a text table, quoted line ends within them. */
function rowsOf(text: string): string[] {
  return [...text.matchAll(/(?:"(?:[^"]|"")*"|[^"\n])+/g)].map(([row]) => row);
}
