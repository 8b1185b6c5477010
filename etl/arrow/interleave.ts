import { type Data, DataType, makeData, RecordBatch, Struct, Table } from 'apache-arrow';
import type { Validity } from './validity.js';

/** Rows of one of several tables that stand next to each other. */
export interface Run {
  /** Number of the table. */
  readonly table: number;
  /** First row, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of several tables as one table, run by run. All have the same columns; those of a dictionary have the same
 * dictionary. Each table has one batch. The buffers are copies.
 */
export function interleave(tables: readonly Table[], runs: readonly Run[]): Table {
  const { schema } = tables[0]!;
  const children = schema.fields.map((_, i) =>
    interleaveData(
      tables.map((table) => table.getChildAt(i)!.data[0]!),
      runs,
    ),
  );
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const struct = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}

function interleaveData(parts: readonly Data[], runs: readonly Run[]): Data {
  const { type, dictionary } = parts[0]!;
  const nulls = interleaveValidity(parts, runs);
  if (DataType.isUtf8(type)) return makeData({ type, ...interleaveTexts(parts, runs), ...nulls });
  if (DataType.isBool(type)) {
    const data = new Uint8Array(Math.ceil(nulls.length / 64) * 8).fill(0xff);
    copyUnset(parts, runs, (part) => part.values as Uint8Array, data);
    return makeData({ type, data, ...nulls });
  }
  const data = interleaveValues(
    parts.map((part) => part.values as Values),
    runs,
    nulls.length,
  );
  return DataType.isDictionary(type)
    ? makeData({ type, data, dictionary: dictionary!, ...nulls } as never)
    : makeData({ type, data, ...nulls } as never);
}

/** Values of a fixed width. */
type Values = Int32Array | Float64Array | BigInt64Array | Uint8Array | Uint16Array | Uint32Array;

function interleaveValues(parts: readonly Values[], runs: readonly Run[], length: number): Values {
  const values = new (parts[0]!.constructor as new (length: number) => Values)(length);
  let row = 0;
  for (const { table, from, to } of runs) {
    values.set(parts[table]!.subarray(from, to) as never, row);
    row += to - from;
  }
  return values;
}

function interleaveTexts(parts: readonly Data[], runs: readonly Run[]) {
  const offsetsOf = (table: number) => parts[table]!.valueOffsets as Int32Array;
  const bytesOf = ({ table, from, to }: Run) => offsetsOf(table)[to]! - offsetsOf(table)[from]!;
  const data = new Uint8Array(runs.reduce((sum, run) => sum + bytesOf(run), 0));
  const valueOffsets = new Int32Array(runs.reduce((sum, { from, to }) => sum + to - from, 1));
  let [row, end] = [0, 0];
  for (const { table, from, to } of runs) {
    const offsets = offsetsOf(table);
    const start = offsets[from]!;
    data.set((parts[table]!.values as Uint8Array).subarray(start, offsets[to]!), end);
    for (let i = from; i < to; i++) valueOffsets[++row] = end + offsets[i + 1]! - start;
    end = valueOffsets[row]!;
  }
  return { data, valueOffsets };
}

function interleaveValidity(parts: readonly Data[], runs: readonly Run[]): Validity {
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  if (parts.every((part) => part.nullCount === 0)) return { length, nullCount: 0, nullBitmap: null };
  const nullBitmap = new Uint8Array(Math.ceil(length / 64) * 8).fill(0xff);
  const nulls = copyUnset(
    parts,
    runs,
    (part) => (part.nullCount === 0 ? undefined : part.nullBitmap),
    nullBitmap,
  );
  return { length, nullCount: nulls, nullBitmap };
}

/** Unsets the bits that are unset in the parts, of which one without bits has all set; returns how many there are. */
function copyUnset(
  parts: readonly Data[],
  runs: readonly Run[],
  bitsOf: (part: Data) => Uint8Array | undefined,
  target: Uint8Array,
): number {
  let [row, count] = [0, 0];
  for (const { table, from, to } of runs) {
    const bits = bitsOf(parts[table]!);
    for (let i = from; i < to; i++, row++) {
      if (!bits || ((bits[i >> 3]! >> (i & 7)) & 1) === 1) continue;
      target[row >> 3]! &= ~(1 << (row & 7));
      count++;
    }
  }
  return count;
}
