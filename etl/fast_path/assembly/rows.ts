import { COLUMN_BYTES, COLUMNS, MOST_ROWS, TEXT_BYTES, TEXTS } from './memory_map';
import { refuse } from './refusal';
import { TABLES, Table, TEXT_COLUMNS, TextColumn } from './tables';

/** Rows of each table, in all and before the current graph. */
const counts = new StaticArray<u32>(TABLES);
const marks = new StaticArray<u32>(TABLES);
/** Bytes of each text column, likewise. */
const textBytes = new StaticArray<u32>(TEXT_COLUMNS);
const textMarks = new StaticArray<u32>(TEXT_COLUMNS);

/** Number of rows of a table. */
export function rowCount(table: Table): u32 {
  return counts[table];
}

/** Rows that the current graph has added. */
export function newRows(table: Table): u32 {
  return counts[table] - marks[table];
}

/** The number of a new row. */
export function addRow(table: Table): u32 {
  const row = counts[table];
  if (row === MOST_ROWS) refuse();
  counts[table] = row + 1;
  return row;
}

/** Puts a value, or the member of a dictionary, into a column. */
export function put(column: i32, row: u32, value: u32): void {
  store<u32>(COLUMNS + column * COLUMN_BYTES + (row << 2), value);
}

/** Appends a text to a text column; `column` holds where the text of each row ends, one place behind the row. */
export function putText(text: TextColumn, column: i32, row: u32, start: usize, length: usize): void {
  const end = textBytes[text];
  if (<usize>end + length > <usize>TEXT_BYTES) refuse();
  memory.copy(<usize>TEXTS + text * TEXT_BYTES + end, start, length);
  textBytes[text] = end + <u32>length;
  put(column, row + 1, textBytes[text]);
}

/** Remembers what the tables hold: the current graph starts. */
export function markRows(): void {
  for (let table = 0; table < TABLES; table++) marks[table] = counts[table];
  for (let text = 0; text < TEXT_COLUMNS; text++) textMarks[text] = textBytes[text];
}

/** Takes back the rows of the current graph. */
export function restoreRows(): void {
  for (let table = 0; table < TABLES; table++) counts[table] = marks[table];
  for (let text = 0; text < TEXT_COLUMNS; text++) textBytes[text] = textMarks[text];
}

/** Empties all tables. */
export function clearRows(): void {
  for (let table = 0; table < TABLES; table++) counts[table] = 0;
  for (let text = 0; text < TEXT_COLUMNS; text++) textBytes[text] = 0;
}
