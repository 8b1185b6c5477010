import duckdb from '@duckdb/node-bindings';
import { type Data, DataType, type Dictionary, type Field, type Vector } from 'apache-arrow';

/** Copies one Arrow column into DuckDB vectors, slice by slice. */
export interface ColumnScan {
  readonly type: duckdb.LogicalType;
  /** Copies `count` rows from `row` (a multiple of 64) into a vector. */
  copy(vector: duckdb.Vector, row: number, count: number): void;
}

/** More members than this make an ENUM dearer than the strings: its cost grows faster than its size. */
const LARGEST_ENUM = 20_000;

/** DuckDB types; the ENUM of a domain is made once a chunk, as all its columns share one dictionary. */
export class LogicalTypes {
  readonly varchar = duckdb.create_logical_type(duckdb.Type.VARCHAR);
  readonly integer = duckdb.create_logical_type(duckdb.Type.INTEGER);
  readonly double = duckdb.create_logical_type(duckdb.Type.DOUBLE);
  readonly boolean = duckdb.create_logical_type(duckdb.Type.BOOLEAN);
  readonly timestamp = duckdb.create_logical_type(duckdb.Type.TIMESTAMP);
  readonly #enums = new Map<string, { members: readonly string[]; type: duckdb.LogicalType }>();

  /** The ENUM of these members, or undefined where they cannot be one. */
  enumOf(domain: string, members: readonly string[]): duckdb.LogicalType | undefined {
    if (
      members.length === 0 ||
      members.length > LARGEST_ENUM ||
      members.some((text) => text.includes('\0'))
    ) {
      return undefined;
    }
    const known = this.#enums.get(domain);
    if (known && sameMembers(known.members, members)) return known.type;
    const type = duckdb.create_enum_type(members);
    this.#enums.set(domain, { members, type });
    return type;
  }
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member, i) => member === b[i]);
}

/** Chooses how a column is copied. */
export function columnScan(field: Field, vector: Vector, types: LogicalTypes): ColumnScan {
  const data = vector.data[0]!;
  const { type } = field;
  if (DataType.isDictionary(type)) return dictionaryScan(field, data as Data<Dictionary>, types);
  if (DataType.isUtf8(type)) return textScan(data, types);
  if (DataType.isBool(type)) return booleanScan(data, types);
  if (DataType.isInt(type)) return fixedScan(data, types.integer, 4);
  if (DataType.isFloat(type)) return fixedScan(data, types.double, 8);
  if (DataType.isTimestamp(type)) return fixedScan(data, types.timestamp, 8);
  throw new Error(`arrow_table: column ${field.name} has the type ${type}, which is not read`);
}

function fixedScan(data: Data, type: duckdb.LogicalType, width: number): ColumnScan {
  return {
    type,
    copy(vector, row, count) {
      copyValues(vector, data.values as Uint8Array, row * width, count * width);
      copyValidity(vector, data, row, count);
    },
  };
}

function booleanScan(data: Data, types: LogicalTypes): ColumnScan {
  const bits = data.values as Uint8Array;
  const bytes = new Uint8Array(duckdb.vector_size());
  return {
    type: types.boolean,
    copy(vector, row, count) {
      for (let i = 0; i < count; i++) bytes[i] = (bits[(row + i) >> 3]! >> ((row + i) & 7)) & 1;
      copyValues(vector, bytes, 0, count);
      copyValidity(vector, data, row, count);
    },
  };
}

function textScan(data: Data, types: LogicalTypes): ColumnScan {
  return {
    type: types.varchar,
    copy(vector, row, count) {
      assignTexts(vector, data, row, count);
      copyValidity(vector, data, row, count);
    },
  };
}

function dictionaryScan(field: Field, data: Data<Dictionary>, types: LogicalTypes): ColumnScan {
  const members = data.dictionary!.data[0]!;
  const codes = data.values as Uint8Array | Uint16Array | Uint32Array;
  const domain = field.metadata.get('domain') ?? field.name;
  if (DataType.isList(members.type)) return listScan(data, codes, members, domain, types);
  const texts = textsOf(members);
  const type = types.enumOf(domain, texts);
  if (!type) return decodedScan(data, codes, members, types);
  const width = enumWidth(texts.length);
  const values = width === codes.BYTES_PER_ELEMENT ? codes : arrayOfWidth(width).from(codes);
  return fixedScan({ ...view(data), values } as unknown as Data, type, width);
}

/** A dictionary that cannot be an ENUM is written out as text. */
function decodedScan(data: Data, codes: ArrayLike<number>, members: Data, types: LogicalTypes): ColumnScan {
  return {
    type: types.varchar,
    copy(vector, row, count) {
      for (let i = 0; i < count; i++) {
        if (isValid(data, row + i))
          duckdb.vector_assign_string_element_len(vector, i, textBytes(members, codes[row + i]!));
      }
      copyValidity(vector, data, row, count);
    },
  };
}

/** Distinct lists are copied once a slice, and rows only point at them. */
function listScan(
  data: Data,
  codes: ArrayLike<number>,
  lists: Data,
  domain: string,
  types: LogicalTypes,
): ColumnScan {
  const offsets = lists.valueOffsets as Int32Array;
  const elements = lists.children[0]!;
  const child = elementScan(elements, domain, types);
  // Pairs of 64-bit offset and length, of which only the lower halves are needed. One array for all slices: it is copied at once.
  const places = new Int32Array(4 * duckdb.vector_size());
  return {
    type: duckdb.create_list_type(child.type),
    copy(vector, row, count) {
      for (let i = 0; i < count; i++) {
        const code = codes[row + i]!;
        places[4 * i] = offsets[code]!;
        places[4 * i + 2] = offsets[code + 1]! - offsets[code]!;
      }
      duckdb.list_vector_reserve(vector, elements.length);
      duckdb.list_vector_set_size(vector, elements.length);
      if (elements.length > 0) child.copy(duckdb.list_vector_get_child(vector), 0, elements.length);
      copyValues(vector, places, 0, 16 * count);
      copyValidity(vector, data, row, count);
    },
  };
}

function elementScan(elements: Data, domain: string, types: LogicalTypes): ColumnScan {
  if (!DataType.isUtf8(elements.type)) return fixedScan(elements, types.double, 8);
  const texts = textsOf(elements);
  const members = [...new Set(texts)];
  const type = types.enumOf(`element of ${domain}`, members);
  if (!type) return textScan(elements, types);
  const width = enumWidth(members.length);
  const code = new Map(members.map((member, i) => [member, i]));
  const values = arrayOfWidth(width).from(texts.map((text) => code.get(text)!));
  return fixedScan({ ...view(elements), values } as unknown as Data, type, width);
}

const view = ({ length, nullCount, nullBitmap }: Data) => ({ length, nullCount, nullBitmap });

/** DuckDB keeps an ENUM in the least width that holds its members. */
function enumWidth(members: number): 1 | 2 | 4 {
  return members <= 0xff ? 1 : members <= 0xffff ? 2 : 4;
}

function arrayOfWidth(width: 1 | 2 | 4) {
  return width === 1 ? Uint8Array : width === 2 ? Uint16Array : Uint32Array;
}

const decoder = new TextDecoder();

function textsOf(data: Data): string[] {
  return Array.from({ length: data.length }, (_, i) => decoder.decode(textBytes(data, i)));
}

function textBytes(data: Data, index: number): Uint8Array {
  const offsets = data.valueOffsets as Int32Array;
  return (data.values as Uint8Array).subarray(offsets[index]!, offsets[index + 1]!);
}

function assignTexts(vector: duckdb.Vector, data: Data, row: number, count: number): void {
  for (let i = 0; i < count; i++) {
    if (isValid(data, row + i)) duckdb.vector_assign_string_element_len(vector, i, textBytes(data, row + i));
  }
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
