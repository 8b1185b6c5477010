import { Bool, type Data, Float64, Int32, makeData, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { ImageColumn } from './assembly/columns.js';
import type { TextColumn } from './assembly/tables.js';
import type { FastMemory } from './memory.js';

const SECONDS_OF_A_DAY = 86_400n;
const MICROSECONDS_OF_A_SECOND = 1_000_000n;

/** Whole numbers. Like all data here they are copies: the memory of the fast path is used again. */
export function integerData(memory: FastMemory, column: number, rows: number): Data<Int32> {
  return makeData({
    type: new Int32(),
    data: memory.column(column, rows).slice(),
    length: rows,
    nullCount: 0,
  });
}

/** Whole numbers in a column of doubles. */
export function doubleData(memory: FastMemory, column: number, rows: number): Data<Float64> {
  const data = new Float64Array(memory.column(column, rows));
  return makeData({ type: new Float64(), data, length: rows, nullCount: 0 });
}

/** What is true in every row. */
export function trueData(rows: number): Data<Bool> {
  const data = new Uint8Array(Math.ceil(rows / 64) * 8).fill(0xff);
  return makeData({ type: new Bool(), data, length: rows, nullCount: 0 });
}

/** The date and time of each image. */
export function datetimeData(memory: FastMemory, rows: number): Data<TimestampMicrosecond> {
  const days = memory.column(ImageColumn.study_day, rows);
  const seconds = memory.column(ImageColumn.study_second, rows);
  const data = new BigInt64Array(rows);
  for (let row = 0; row < rows; row++) {
    const second = BigInt(days[row]!) * SECONDS_OF_A_DAY + BigInt(seconds[row]!);
    data[row] = second * MICROSECONDS_OF_A_SECOND;
  }
  return makeData({ type: new TimestampMicrosecond(), data, length: rows, nullCount: 0 });
}

/** Texts that hardly ever repeat. */
export function textData(memory: FastMemory, text: TextColumn, column: number, rows: number): Data<Utf8> {
  const valueOffsets = memory.column(column, rows + 1).slice();
  valueOffsets[0] = 0;
  const data = memory.textBytes(text, valueOffsets[rows]!).slice();
  return makeData({ type: new Utf8(), data, valueOffsets, length: rows, nullCount: 0 });
}
