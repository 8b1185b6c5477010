import duckdb from '@duckdb/node-bindings';

/** With more values than this an ENUM costs more than the strings: its cost grows faster than its size. */
const LARGEST_ENUM = 20_000;

/** DuckDB types; the ENUM of a domain is made once per chunk, as all its columns share one dictionary. */
export class LogicalTypes {
  readonly varchar = duckdb.create_logical_type(duckdb.Type.VARCHAR);
  readonly integer = duckdb.create_logical_type(duckdb.Type.INTEGER);
  readonly double = duckdb.create_logical_type(duckdb.Type.DOUBLE);
  readonly boolean = duckdb.create_logical_type(duckdb.Type.BOOLEAN);
  readonly timestamp = duckdb.create_logical_type(duckdb.Type.TIMESTAMP);
  readonly #enums = new Map<string, { values: readonly string[]; type: duckdb.LogicalType }>();

  /** The ENUM of these values, or undefined where they cannot be one. */
  enumOf(domain: string, values: readonly string[]): duckdb.LogicalType | undefined {
    const isPossible =
      values.length > 0 && values.length <= LARGEST_ENUM && !values.some((text) => text.includes('\0'));
    if (!isPossible) return undefined;
    const known = this.#enums.get(domain);
    if (known && sameValues(known.values, values)) return known.type;
    const type = duckdb.create_enum_type(values);
    this.#enums.set(domain, { values, type });
    return type;
  }
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** DuckDB keeps an ENUM in the least width that holds its values. */
export function enumWidth(values: number): 1 | 2 | 4 {
  return values <= 0xff ? 1 : values <= 0xffff ? 2 : 4;
}

/** The array that has elements of this many bytes. */
export function arrayOfWidth(width: 1 | 2 | 4) {
  return width === 1 ? Uint8Array : width === 2 ? Uint16Array : Uint32Array;
}
