import { type Data, type DataType, Field, Float64, List, makeData, Utf8 } from 'apache-arrow';
import { validity } from './validity.js';

const encoder = new TextEncoder();

/** Texts as Arrow data. */
export function textData(values: readonly (string | null)[]): Data<Utf8> {
  const valueOffsets = new Int32Array(values.length + 1);
  const bytes = new Uint8Array(values.reduce((sum, value) => sum + (value?.length ?? 0) * 3, 0));
  let end = 0;
  values.forEach((value, row) => {
    if (value !== null) end += encoder.encodeInto(value, bytes.subarray(end)).written;
    valueOffsets[row + 1] = end;
  });
  const nulls = validity((row) => values[row] === null, values.length);
  return makeData({ type: new Utf8(), data: bytes.slice(0, end), valueOffsets, ...nulls });
}

/** Doubles as Arrow data. */
export function doubleData(values: readonly (number | null)[]): Data<Float64> {
  const data = Float64Array.from(values, (value) => value ?? 0);
  return makeData({ type: new Float64(), data, ...validity((row) => values[row] === null, values.length) });
}

/** Lists of text as Arrow data. */
export function textListData(lists: readonly (readonly string[])[]): Data<List<Utf8>> {
  return listData(lists, textData(lists.flat()));
}

/** Lists of doubles as Arrow data. */
export function doubleListData(lists: readonly (readonly (number | null)[])[]): Data<List<Float64>> {
  return listData(lists, doubleData(lists.flat()));
}

function listData<T extends DataType>(lists: readonly (readonly unknown[])[], child: Data<T>): Data<List<T>> {
  const valueOffsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + list.length;
  });
  const type = new List(new Field('element', child.type, true));
  return makeData({ type, length: lists.length, nullCount: 0, valueOffsets, child });
}
