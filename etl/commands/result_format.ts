import type { DuckDBResult, Json } from '@duckdb/node-api';
import { csvLine } from '../csv.js';
import type { Io } from './command.js';
import { count } from './format.js';
import { textTable } from './text_table.js';
import { toJson } from './values.js';

/** Rows that a human-readable table shows by default. */
export const SHOWN_ROWS = 40;

/** Longest text in a cell of such a table. */
const WIDEST_CELL = 60;

/** How the rows of an answer are written. CSV, JSON and JSON lines have all of them, however many. */
export const formats = { table: writeTable, csv: writeCsv, json: writeJson, jsonl: writeJsonLines } as const;

export type Format = keyof typeof formats;

type Rows = AsyncIterable<(Json | null)[][]>;

const rowsOf = (result: DuckDBResult): Rows => result.yieldConvertedRows(toJson);

/** A human-readable table: at most `most` rows, long texts cut; line breaks are shown as ⏎. */
async function writeTable(result: DuckDBResult, io: Io, most: number): Promise<void> {
  const shown: string[][] = [];
  let found = 0;
  const names = result.deduplicatedColumnNames();
  const kinds = names.map(() => new Set<string>());
  for await (const rows of rowsOf(result)) {
    for (const row of rows) {
      if (++found > most) continue;
      row.forEach((value, i) => {
        if (value !== null) kinds[i]!.add(typeof value);
      });
      shown.push(row.map(cell));
    }
  }
  io.out.write(textTable(names, shown, (i) => kinds[i]!.size === 1 && kinds[i]!.has('number')));
  if (found > shown.length) {
    const hint = `${count(shown.length)} of ${count(found)} rows; --rows N shows more, --csv and --json give all`;
    io.err.write(`${hint}\n`);
  }
}

function cell(value: Json | null): string {
  const text = value === null ? 'NULL' : typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\r?\n/g, '⏎');
  return line.length > WIDEST_CELL ? `${line.slice(0, WIDEST_CELL - 1)}…` : line;
}

/** CSV with a header; NULL is an empty field and empty text is "", lists and structs are JSON. */
async function writeCsv(result: DuckDBResult, io: Io): Promise<void> {
  io.out.write(csvLine(result.deduplicatedColumnNames()));
  for await (const rows of rowsOf(result)) {
    await written(io, rows.map((row) => csvLine(row.map(field), ',', '""')).join(''));
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
    if (rows.length > 0) await written(io, `${before}\n${lines}`);
    if (rows.length > 0) before = ',';
  }
  io.out.write(before === '[' ? '[]\n' : '\n]\n');
}

async function writeJsonLines(result: DuckDBResult, io: Io): Promise<void> {
  for await (const rows of result.yieldConvertedRowObjects(toJson)) {
    await written(io, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
}

/** Writes, and waits while the reader at the other end of a pipe is behind. */
function written(io: Io, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    io.out.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
