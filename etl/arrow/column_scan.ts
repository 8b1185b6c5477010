import duckdb from '@duckdb/node-bindings';
import { type Data, DataType, type Dictionary, type Field, type Vector } from 'apache-arrow';
import { arrayOfWidth, enumWidth, type LogicalTypes } from './logical_types.js';

/** Copies one Arrow column into DuckDB vectors, slice by slice. Classes, not closures: V8 then compiles each once. */
export interface ColumnScan {
  readonly type: duckdb.LogicalType;
  /** Copies `count` rows from `row` (a multiple of 64) into a vector. */
  copy(vector: duckdb.Vector, row: number, count: number): void;
}

/** Chooses how a column is copied. */
export function columnScan(field: Field, vector: Vector, types: LogicalTypes): ColumnScan {
  const data = vector.data[0]!;
  const { type } = field;
  if (DataType.isDictionary(type)) return dictionaryScan(field, data as Data<Dictionary>, types);
  if (DataType.isUtf8(type)) return new TextScan(types.varchar, data);
  if (DataType.isBool(type)) return new BooleanScan(types.boolean, data);
  if (DataType.isInt(type)) return fixedScan(types.integer, data, 4);
  if (DataType.isFloat(type)) return fixedScan(types.double, data, 8);
  if (DataType.isTimestamp(type)) return fixedScan(types.timestamp, data, 8);
  throw new Error(`scan_arrow: column ${field.name} has the type ${type}, which is not read`);
}

/** Values of a fixed width. */
class FixedScan implements ColumnScan {
  constructor(
    readonly type: duckdb.LogicalType,
    readonly values: ArrayBufferView,
    readonly nulls: Data,
    /** Bytes of a value. */
    readonly width: number,
  ) {}

  copy(vector: duckdb.Vector, row: number, count: number): void {
    copyValues(vector, this.values, row * this.width, count * this.width);
    copyValidity(vector, this.nulls, row, count);
  }
}

const fixedScan = (type: duckdb.LogicalType, data: Data, width: number) =>
  new FixedScan(type, data.values as ArrayBufferView, data, width);

/** Arrow has a bit where DuckDB has a byte. */
class BooleanScan implements ColumnScan {
  readonly #bytes = new Uint8Array(duckdb.vector_size());

  constructor(
    readonly type: duckdb.LogicalType,
    readonly data: Data,
  ) {}

  copy(vector: duckdb.Vector, row: number, count: number): void {
    const bits = this.data.values as Uint8Array;
    for (let i = 0; i < count; i++) this.#bytes[i] = (bits[(row + i) >> 3]! >> ((row + i) & 7)) & 1;
    copyValues(vector, this.#bytes, 0, count);
    copyValidity(vector, this.data, row, count);
  }
}

/** Texts that hardly ever repeat. */
class TextScan implements ColumnScan {
  constructor(
    readonly type: duckdb.LogicalType,
    readonly data: Data,
  ) {}

  copy(vector: duckdb.Vector, row: number, count: number): void {
    for (let i = 0; i < count; i++) {
      if (isValid(this.data, row + i)) assignText(vector, i, this.data, row + i);
    }
    copyValidity(vector, this.data, row, count);
  }
}

/** A dictionary that cannot be an ENUM is written out as text. */
class DecodedScan implements ColumnScan {
  constructor(
    readonly type: duckdb.LogicalType,
    readonly data: Data,
    readonly texts: Data,
  ) {}

  copy(vector: duckdb.Vector, row: number, count: number): void {
    const index = this.data.values as ArrayLike<number>;
    for (let i = 0; i < count; i++) {
      if (isValid(this.data, row + i)) assignText(vector, i, this.texts, index[row + i]!);
    }
    copyValidity(vector, this.data, row, count);
  }
}

/** Distinct lists are copied once per slice, and rows only point at them. */
class ListScan implements ColumnScan {
  readonly type: duckdb.LogicalType;
  /** Pairs of 64-bit offset and length, of which only the lower halves are needed. One array for all slices: it is copied at once. */
  readonly #spans = new Int32Array(4 * duckdb.vector_size());

  constructor(
    readonly data: Data,
    readonly lists: Data,
    readonly child: ColumnScan,
  ) {
    this.type = duckdb.create_list_type(child.type);
  }

  copy(vector: duckdb.Vector, row: number, count: number): void {
    const index = this.data.values as ArrayLike<number>;
    const offsets = this.lists.valueOffsets as Int32Array;
    const { length } = this.lists.children[0]!;
    for (let i = 0; i < count; i++) {
      const list = index[row + i]!;
      this.#spans[4 * i] = offsets[list]!;
      this.#spans[4 * i + 2] = offsets[list + 1]! - offsets[list]!;
    }
    duckdb.list_vector_reserve(vector, length);
    duckdb.list_vector_set_size(vector, length);
    if (length > 0) this.child.copy(duckdb.list_vector_get_child(vector), 0, length);
    copyValues(vector, this.#spans, 0, 16 * count);
    copyValidity(vector, this.data, row, count);
  }
}

function dictionaryScan(field: Field, data: Data<Dictionary>, types: LogicalTypes): ColumnScan {
  const values = data.dictionary!.data[0]!;
  const domain = field.metadata.get('domain') ?? field.name;
  if (DataType.isList(values.type)) {
    return new ListScan(data, values, elementScan(values.children[0]!, domain, types));
  }
  const texts = textsOf(values);
  const type = types.enumOf(domain, texts);
  if (!type) return new DecodedScan(types.varchar, data, values);
  const index = data.values as Uint8Array | Uint16Array | Uint32Array;
  const width = enumWidth(texts.length);
  const ofWidth = width === index.BYTES_PER_ELEMENT ? index : new (arrayOfWidth(width))(index);
  return new FixedScan(type, ofWidth, data, width);
}

function elementScan(elements: Data, domain: string, types: LogicalTypes): ColumnScan {
  if (!DataType.isUtf8(elements.type)) return fixedScan(types.double, elements, 8);
  const texts = textsOf(elements);
  const distinct = [...new Set(texts)];
  const type = types.enumOf(`element of ${domain}`, distinct);
  if (!type) return new TextScan(types.varchar, elements);
  const indexes = new Map(distinct.map((text, i) => [text, i]));
  const width = enumWidth(distinct.length);
  const index = arrayOfWidth(width).from(texts.map((text) => indexes.get(text)!));
  return new FixedScan(type, index, elements, width);
}

const decoder = new TextDecoder();

function textsOf(data: Data): string[] {
  return Array.from({ length: data.length }, (_, i) => decoder.decode(textBytes(data, i)));
}

function textBytes(data: Data, index: number): Uint8Array {
  const offsets = data.valueOffsets as Int32Array;
  return (data.values as Uint8Array).subarray(offsets[index]!, offsets[index + 1]!);
}

function assignText(vector: duckdb.Vector, index: number, data: Data, row: number): void {
  duckdb.vector_assign_string_element_len(vector, index, textBytes(data, row));
}

function isValid(data: Data, row: number): boolean {
  return data.nullCount === 0 || ((data.nullBitmap[row >> 3]! >> (row & 7)) & 1) === 1;
}

function copyValues(vector: duckdb.Vector, values: ArrayBufferView, from: number, bytes: number): void {
  duckdb.copy_data_to_vector(vector, 0, values.buffer as ArrayBuffer, values.byteOffset + from, bytes);
}

/** Arrow and DuckDB agree on validity bits; slices start at whole words. */
function copyValidity(vector: duckdb.Vector, data: Data, row: number, count: number): void {
  if (data.nullCount === 0) return;
  duckdb.vector_ensure_validity_writable(vector);
  const bytes = Math.min(Math.ceil(count / 64) * 8, data.nullBitmap.byteLength - (row >> 3));
  const { buffer, byteOffset } = data.nullBitmap;
  duckdb.copy_data_to_vector_validity(vector, 0, buffer as ArrayBuffer, byteOffset + (row >> 3), bytes);
}
