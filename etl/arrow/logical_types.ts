import duckdb from '@duckdb/node-bindings';

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
    const isPossible =
      members.length > 0 && members.length <= LARGEST_ENUM && !members.some((text) => text.includes('\0'));
    if (!isPossible) return undefined;
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

/** DuckDB keeps an ENUM in the least width that holds its members. */
export function enumWidth(members: number): 1 | 2 | 4 {
  return members <= 0xff ? 1 : members <= 0xffff ? 2 : 4;
}

/** The array that has elements of this many bytes. */
export function arrayOfWidth(width: 1 | 2 | 4) {
  return width === 1 ? Uint8Array : width === 2 ? Uint16Array : Uint32Array;
}
