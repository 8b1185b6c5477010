import type { DuckDBResult, Json } from '@duckdb/node-api';
import { csvLine } from '../csv.js';
import { recordsText } from '../terminal/records.js';
import { type Screen, screenOf } from '../terminal/screen.js';
import { fitTable } from '../terminal/table.js';
import { shownWords, visibleCell, visibleLines } from '../terminal/visible.js';
import { clipped } from '../terminal/width.js';
import { wrapped } from '../terminal/wrap.js';
import type { Io } from './command.js';
import { count } from './format.js';
import { written } from './outputs.js';
import { toJson } from './values.js';

/** Rows that a human-readable table shows by default. */
export const SHOWN_ROWS = 40;

/** How the rows of an answer are written. CSV, JSON and JSON lines have all of them, however many. */
export const formats = {
  table: (result: DuckDBResult, io: Io, most: number) => writeTable(result, io, most),
  vertical: (result: DuckDBResult, io: Io, most: number) => writeRecords(result, io, most),
  csv: writeCsv,
  json: writeJson,
  jsonl: writeJsonLines,
} as const;

export type Format = keyof typeof formats;

/** The first rows of an answer as texts that a terminal shows, and how many rows there are. */
interface Beginning {
  readonly names: string[];
  readonly rows: string[][];
  readonly found: number;
  /** True for columns of numbers. */
  readonly isNumber: readonly boolean[];
}

async function readBeginning(result: DuckDBResult, most: number, screen: Screen): Promise<Beginning> {
  const names = result.deduplicatedColumnNames().map((name) => visibleCell(name, screen));
  const kinds = names.map(() => new Set<string>());
  const rows: string[][] = [];
  let found = 0;
  for await (const chunk of result) {
    const wanted = Math.min(most - rows.length, chunk.rowCount);
    // Rows that are only counted are not converted.
    if (wanted > 0) {
      for (const row of chunk.convertRows(toJson).slice(0, wanted)) {
        row.forEach((value, i) => {
          if (value !== null) kinds[i]!.add(typeof value);
        });
        rows.push(row.map((value) => visibleCell(cell(value), screen)));
      }
    }
    found += chunk.rowCount;
  }
  return { names, rows, found, isNumber: kinds.map((kind) => kind.size === 1 && kind.has('number')) };
}

/** A human-readable table that fits the screen: at most `most` rows, and how many there are. */
async function writeTable(result: DuckDBResult, io: Io, most: number): Promise<void> {
  if (isPlan(result)) return writePlan(result, io);
  const screen = screenOf(io.out, io.env);
  const { names, rows, found, isNumber } = await readBeginning(result, most, screen);
  const { text, hidden } = fitTable(names, rows, (i) => isNumber[i]!, screen);
  const columns = hidden > 0 ? `${names.length - hidden} of ${names.length} columns` : '';
  const hints = [
    ...(hidden > 0 ? ['--vertical shows every column'] : []),
    ...(found > rows.length ? ['--rows N shows more, --out FILE writes all'] : []),
  ];
  await written(io, text + footer(rows.length, found, columns, hints, screen));
}

/** Rows one below the other, each value whole. */
async function writeRecords(result: DuckDBResult, io: Io, most: number): Promise<void> {
  const screen = screenOf(io.out, io.env);
  const { names, rows, found } = await readBeginning(result, most, screen);
  const hints = found > rows.length ? ['--rows N shows more, --out FILE writes all'] : [];
  const text = recordsText(names, rows, screen);
  await written(io, text + (text && '\n') + footer(rows.length, found, '', hints, screen));
}

function footer(shown: number, found: number, columns: string, hints: string[], screen: Screen): string {
  const all = found === 0 ? 'no rows' : `${count(found)} ${found === 1 ? 'row' : 'rows'}`;
  const rows = shown < found ? `${count(shown)} of ${all}` : all;
  const words = [[rows, ...(columns ? [columns] : [])].join(', '), ...hints].join('; ');
  return `${wrapped(`(${words})`, screen.columns).join('\n')}\n`;
}

/** True for what EXPLAIN answers: drawings of several lines. */
const isPlan = (result: DuckDBResult) => result.columnNames().join() === 'explain_key,explain_value';

async function writePlan(result: DuckDBResult, io: Io): Promise<void> {
  const screen = screenOf(io.out, io.env);
  for (const [, plan] of await result.convertRows(toJson)) {
    const lines = shownWords(visibleLines(String(plan)), screen).split('\n');
    await written(io, `${lines.map((line) => clipped(line, screen.columns, screen.marks.cut)).join('\n')}\n`);
  }
}

function cell(value: Json | null): string {
  return value === null ? 'NULL' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** CSV with a header; NULL is an empty field and empty text is "", lists and structs are JSON. */
async function writeCsv(result: DuckDBResult, io: Io): Promise<void> {
  await writtenLines(io, csvLine(result.deduplicatedColumnNames()));
  for await (const rows of result.yieldConvertedRows(toJson)) {
    await writtenLines(io, rows.map((row) => csvLine(row.map(field), ',', '""')).join(''));
  }
}

function field(value: Json | null): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** One JSON array of objects, one a line. */
async function writeJson(result: DuckDBResult, io: Io): Promise<void> {
  let before = '[';
  for await (const rows of result.yieldConvertedRowObjects(toJson)) {
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
    if (rows.length > 0) await writtenLines(io, `${before}\n${lines}`);
    if (rows.length > 0) before = ',';
  }
  await written(io, before === '[' ? '[]\n' : '\n]\n');
}

async function writeJsonLines(result: DuckDBResult, io: Io): Promise<void> {
  for await (const rows of result.yieldConvertedRowObjects(toJson)) {
    await writtenLines(io, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}

/** Data for machines as they are; a terminal does not obey them either. */
function writtenLines(io: Io, text: string): Promise<void> {
  return written(io, io.out.isTTY === true ? visibleLines(text) : text);
}
