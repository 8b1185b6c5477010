import {
  Bool,
  type DataType,
  Dictionary as DictionaryType,
  Field,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMicrosecond,
  Uint8,
  Uint16,
  Uint32,
  Utf8,
  Vector,
} from 'apache-arrow';
import type { Table as TableSchema } from '../schema/index.js';
import {
  type AnyColumn,
  BooleanColumn,
  type Dictionary,
  DictionaryColumn,
  DoubleColumn,
  IntegerColumn,
  TextColumn,
  TimestampColumn,
  validity,
} from './builders.js';
import { countRows, type Rows } from './rows.js';

/** The Arrow table of the rows, with the columns of `schema`. Repeated values are dictionary-encoded, lists too. */
export function toArrow(schema: TableSchema, rows: Rows): Table {
  const length = countRows(rows);
  const columns = rows.columns();
  const data = schema.columns.map(({ name }) => columnData(columns[name]!, length));
  const fields = schema.columns.map(
    ({ name }, i) => new Field(name, data[i]!.type, true, metadataOf(columns[name]!)),
  );
  const arrowSchema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children: data });
  return new Table(arrowSchema, [new RecordBatch(arrowSchema, struct)]);
}

/** Field metadata: `domain` names the dictionary, which columns and tables of a chunk share. */
function metadataOf(column: AnyColumn): Map<string, string> {
  return new Map(column instanceof DictionaryColumn ? [['domain', column.dictionary.domain]] : []);
}

function columnData(column: AnyColumn, length: number) {
  if (column instanceof BooleanColumn) return booleanData(column, length);
  if (column instanceof IntegerColumn) {
    const nulls = validity((row) => column.values[row] === IntegerColumn.NULL, length);
    return makeData({
      type: new Int32(),
      data: column.values.subarray(0, length),
      ...nullsOf(nulls, length),
    });
  }
  if (column instanceof DoubleColumn) {
    const nulls = validity((row) => Number.isNaN(column.values[row]), length);
    return makeData({
      type: new Float64(),
      data: column.values.subarray(0, length),
      ...nullsOf(nulls, length),
    });
  }
  if (column instanceof TextColumn) return textData(column.values);
  if (column instanceof TimestampColumn) {
    const nulls = validity((row) => column.values[row] === null, length);
    const data = BigInt64Array.from(column.values, (value) => value ?? 0n);
    return makeData({ type: new TimestampMicrosecond(), data, ...nullsOf(nulls, length) });
  }
  return codeData(column as DictionaryColumn<unknown>, length);
}

const nullsOf = ({ bitmap, count }: { bitmap: Uint8Array | null; count: number }, length: number) => ({
  length,
  nullCount: count,
  nullBitmap: bitmap,
});

function booleanData(column: BooleanColumn, length: number) {
  const data = new Uint8Array(Math.ceil(length / 64) * 8);
  for (let row = 0; row < length; row++) if (column.values[row] === 1) data[row >> 3]! |= 1 << (row & 7);
  const nulls = validity((row) => column.values[row] === IntegerColumn.NULL, length);
  return makeData({ type: new Bool(), data, ...nullsOf(nulls, length) });
}

const encoder = new TextEncoder();

function textData(values: readonly (string | null)[]) {
  const offsets = new Int32Array(values.length + 1);
  const bytes = new Uint8Array(values.reduce((sum, value) => sum + (value?.length ?? 0) * 3, 0));
  let end = 0;
  values.forEach((value, row) => {
    if (value !== null) end += encoder.encodeInto(value, bytes.subarray(end)).written;
    offsets[row + 1] = end;
  });
  const nulls = validity((row) => values[row] === null, values.length);
  const data = bytes.slice(0, end);
  return makeData({ type: new Utf8(), data, valueOffsets: offsets, ...nullsOf(nulls, values.length) });
}

function codeData(column: DictionaryColumn<unknown>, length: number) {
  const { members } = column.dictionary;
  const index = members.length <= 0xff ? new Uint8() : members.length <= 0xffff ? new Uint16() : new Uint32();
  const codes = column.values.subarray(0, length);
  const nulls = validity((row) => codes[row] === -1, length);
  const dictionary = membersOf(column.dictionary);
  const type = new DictionaryType(dictionary.type, index, idOf(column.dictionary.domain));
  return makeData({ type, data: index.ArrayType.from(codes), dictionary, ...nullsOf(nulls, length) });
}

const vectors = new WeakMap<Dictionary<unknown>, { length: number; vector: Vector<DataType> }>();

/** The members of a dictionary as one vector, made once a chunk for all columns that share it. */
function membersOf(dictionary: Dictionary<unknown>): Vector<DataType> {
  const { members } = dictionary;
  let made = vectors.get(dictionary);
  if (made?.length !== members.length) {
    const data =
      dictionary.kind === 'text'
        ? textData(members as string[])
        : listData(members as (string | number | null)[][], dictionary.kind);
    made = { length: members.length, vector: new Vector([data as never]) };
    vectors.set(dictionary, made);
  }
  return made.vector;
}

function listData(lists: readonly (readonly (string | number | null)[])[], kind: 'texts' | 'numbers') {
  const flat = lists.flat();
  const valueOffsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + list.length;
  });
  const child =
    kind === 'numbers' ? doubleData(flat as (number | null)[]) : textData(flat as (string | null)[]);
  const type = new List(new Field('element', child.type as DataType, true));
  return makeData({ type, length: lists.length, nullCount: 0, valueOffsets, child: child as never });
}

function doubleData(values: readonly (number | null)[]) {
  const nulls = validity((row) => values[row] === null, values.length);
  const data = Float64Array.from(values, (value) => value ?? 0);
  return makeData({ type: new Float64(), data, ...nullsOf(nulls, values.length) });
}

const ids = new Map<string, number>();

/** Columns of one domain share a dictionary id, so that a table holds the dictionary once. */
function idOf(domain: string): number {
  const id = ids.get(domain) ?? ids.size + 1;
  ids.set(domain, id);
  return id;
}
