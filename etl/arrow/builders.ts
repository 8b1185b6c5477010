/** Columns that grow by one row at a time, and become Arrow data once. */

const FIRST_CAPACITY = 1024;

/** Rows that are null, as an Arrow validity bitmap (1 is valid, least significant bit first). */
export function validity(
  isNull: (row: number) => boolean,
  length: number,
): { bitmap: Uint8Array | null; count: number } {
  let bitmap: Uint8Array | null = null;
  let count = 0;
  for (let row = 0; row < length; row++) {
    if (!isNull(row)) continue;
    bitmap ??= new Uint8Array(Math.ceil(length / 64) * 8).fill(0xff);
    bitmap[row >> 3]! &= ~(1 << (row & 7));
    count++;
  }
  return { bitmap, count };
}

/**
 * Storage of finished chunks for the next ones: new arrays for every chunk would be grown, zeroed and collected each
 * time. Before long each is as large as the longest column needs, some 25 MB a worker in all.
 */
class BufferPool<A extends Int32Array | Float64Array> {
  readonly #arrays: A[] = [];

  constructor(readonly make: new (length: number) => A) {}

  take(): A {
    return this.#arrays.pop() ?? new this.make(FIRST_CAPACITY);
  }

  give(values: A): void {
    this.#arrays.push(values);
  }
}

const integers = new BufferPool(Int32Array);
const doubles = new BufferPool(Float64Array);

/** Takes back the storage of columns that are not used any more. */
export function recycle(columns: readonly AnyColumn[]): void {
  for (const column of columns) {
    if (column.values instanceof Int32Array) integers.give(column.values as Int32Array<ArrayBuffer>);
    if (column.values instanceof Float64Array) doubles.give(column.values as Float64Array<ArrayBuffer>);
  }
}

/** 32-bit integers; null is kept as the one value that no INTEGER of ours takes. */
export class IntegerColumn {
  static readonly NULL = -(2 ** 31);
  values = integers.take();
  length = 0;

  push(value: number | null): void {
    if (this.length === this.values.length) this.values = grown(this.values, Int32Array);
    this.values[this.length++] = value ?? IntegerColumn.NULL;
  }

  truncate(length: number): void {
    this.length = length;
  }
}

/** Doubles; null is kept as NaN, which JSON cannot write. */
export class DoubleColumn {
  values = doubles.take();
  length = 0;

  push(value: number | null): void {
    if (this.length === this.values.length) this.values = grown(this.values, Float64Array);
    this.values[this.length++] = value ?? Number.NaN;
  }

  truncate(length: number): void {
    this.length = length;
  }
}

/** Texts that hardly ever repeat. */
export class TextColumn {
  readonly values: (string | null)[] = [];

  get length(): number {
    return this.values.length;
  }

  push(value: string | null): void {
    this.values.push(value);
  }

  truncate(length: number): void {
    this.values.length = length;
  }
}

/** Distinct values of one domain, in the order they were met; shared by every column of the domain in a chunk. */
export class Dictionary<Value> {
  readonly members: Value[] = [];
  readonly #codes = new Map<string, number>();

  constructor(
    readonly domain: string,
    readonly kind: 'text' | 'texts' | 'numbers',
    readonly key: (value: Value) => string,
  ) {}

  /** The code of a value, given to it when it is met first. */
  code(value: Value): number {
    const key = this.key(value);
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.members.length;
      this.members.push(value);
      this.#codes.set(key, code);
    }
    return code;
  }
}

/** Codes into a dictionary; null is kept as the code -1. */
export class DictionaryColumn<Value> {
  values = integers.take();
  length = 0;

  constructor(readonly dictionary: Dictionary<Value>) {}

  push(value: Value | null): void {
    this.pushCode(value === null ? -1 : this.dictionary.code(value));
  }

  /** Pushes a code that was looked up before: rows of one sentence share most of theirs. */
  pushCode(code: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, Int32Array);
    this.values[this.length++] = code;
  }

  truncate(length: number): void {
    this.length = length;
  }
}

function grown<A extends Int32Array | Float64Array>(values: A, make: new (length: number) => A): A {
  const larger = new make(values.length * 2);
  larger.set(values as never);
  return larger;
}

/** Booleans, as 1, 0 or null. */
export class BooleanColumn extends IntegerColumn {}

/** Microseconds since 1970 of a zone-less wall clock, or null. */
export class TimestampColumn {
  readonly values: (bigint | null)[] = [];

  get length(): number {
    return this.values.length;
  }

  push(value: bigint | null): void {
    this.values.push(value);
  }

  truncate(length: number): void {
    this.values.length = length;
  }
}

export type AnyColumn =
  | IntegerColumn
  | DoubleColumn
  | TextColumn
  | TimestampColumn
  | DictionaryColumn<string>
  | DictionaryColumn<readonly string[]>
  | DictionaryColumn<readonly (number | null)[]>;
