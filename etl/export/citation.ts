import { createHash } from 'node:crypto';
import type { DuckDBConnection, DuckDBType } from '@duckdb/node-api';
import { usageError } from '../error.js';
import { CITATION } from '../publish/terms.js';
import { identifier } from '../schema/ddl.js';
import type { ViewFile } from '../schema/view_file.js';
import { didYouMean } from '../terminal/suggestion.js';
import { FORMAT_VERSION } from '../warehouse/layout.js';
import type { BuildInfo } from '../warehouse/manifest.js';

/** `format` of a citation file. */
export const CITATION_FORMAT = 'chest-imagenome-citation';

/** A column that says which row a row is. */
export interface CitedKey {
  readonly name: string;
  /** As DuckDB names it, e.g. INTEGER. */
  readonly type: string;
}

/** What a query asked of which warehouse, by which rules, and which rows it found: no value of a row is in it. */
export interface Citation {
  readonly format: typeof CITATION_FORMAT;
  readonly statement: string;
  /** The views and macros that the statement reads, and those that they read, by name; sha256 of their SQL. */
  readonly rules: readonly { readonly name: string; readonly rule: string; readonly sha256: string }[];
  readonly warehouse: {
    readonly version: string;
    readonly format_version: number;
    readonly duckdb_version: string;
    readonly input_fingerprint: string;
    readonly is_synthetic: boolean;
  };
  readonly rows: number;
  /** Rows with a key that an earlier row has not. */
  readonly distinct_keys: number;
  /** In the order in which they stand in a line. */
  readonly keys: readonly CitedKey[];
  /** SHA-256 of the sorted lines of keys. */
  readonly sha256: string;
  readonly cite: string;
}

/** Columns that name something in this warehouse. */
const keyNames: readonly string[] = [
  ...[
    'patient_id',
    'study_id',
    'image_id',
    'previous_study_id',
    'previous_image_id',
    'bbox_name',
    'category_id',
  ],
  ...['label_name', 'phrase_id', 'object_index', 'entry_index', 'phrase_index', 'attribute_index'],
  ...['relationship_index', 'split'],
];

/**
 * The columns that say which row is which, by name: those asked for, else those that name something, else all. Case does not count.
 * @throws UserError of wrong usage
 */
export function keysOf(columns: readonly CitedKey[], asked: readonly string[]): CitedKey[] {
  const names = columns.map(({ name }) => name.toLowerCase());
  const twice = columns.find((_, i) => names.indexOf(names[i]!) < i);
  if (twice !== undefined) {
    throw usageError(
      `cite: expected columns with names of their own, found ${twice.name} a second time; leave it out, or name it anew with as`,
    );
  }
  const unknown = asked.find((name) => !names.includes(name.toLowerCase()));
  if (unknown !== undefined) {
    const list = columns.map(({ name }) => name);
    throw usageError(
      `cite --key: expected columns of the query, of ${list.join(', ')}, found '${unknown}'${didYouMean(unknown, list)}`,
    );
  }
  const wanted = (asked.length > 0 ? asked : keyNames).map((name) => name.toLowerCase());
  const named = columns.filter((_, i) => wanted.includes(names[i]!));
  const keys = (named.length > 0 ? named : columns).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const other = keys.find(({ type }) => textOf('x', type) === undefined);
  if (other === undefined) return keys;
  throw usageError(
    `cite: expected keys that are numbers, text, times or true and false, found ${other.name} of the type ${other.type}; ` +
      'name others with --key, or leave it out of the query',
  );
}

/** How a value stands in a line of keys, the same in every version of DuckDB; undefined for types that have no such form. */
function textOf(column: string, type: string): string | undefined {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return `${column}::varchar`;
  if (type === 'BOOLEAN') return `case when ${column} then 'true' when not ${column} then 'false' end`;
  if (type === 'VARCHAR') return `to_json(${column})::varchar`;
  if (type === 'DATE') return `'"' || strftime(${column}, '%Y-%m-%d') || '"'`;
  if (type === 'TIMESTAMP') return `'"' || strftime(${column}, '%Y-%m-%dT%H:%M:%S.%f') || '"'`;
  if (type === 'DOUBLE' || type === 'FLOAT') return `printf('%.17g', ${column}::double)`;
  return undefined;
}

/** The query that gives one line per row: the keys as a JSON array, sorted by their bytes. `before` and `after` stand around the statement. */
export function linesQuery(keys: readonly CitedKey[]): { before: string; after: string } {
  const parts = keys.map(
    ({ name, type }) => `coalesce(${textOf(`cited.${identifier(name)}`, type)}, 'null')`,
  );
  return {
    before: `select '[' || ${parts.join(` || ',' || `)} || ']' as line from (\n`,
    after: '\n) as cited order by line',
  };
}

/** Types as they are stated, without their values. */
export const typeName = (type: DuckDBType) => String(type).replace(/\(.*\)$/s, '');

/** Reads the lines of a query: how many, how many distinct, and the SHA-256 of each followed by a line feed. */
export async function sumOfLines(
  connection: DuckDBConnection,
  query: string,
): Promise<Pick<Citation, 'rows' | 'distinct_keys' | 'sha256'>> {
  const hash = createHash('sha256');
  let [rows, distinct] = [0, 0];
  let last: string | undefined;
  const result = await connection.stream(query);
  for await (const chunk of result.yieldRows()) {
    const lines = chunk.map(([line]) => asJsonWrites(String(line)));
    for (const line of lines) {
      if (line !== last) distinct++;
      last = line;
    }
    rows += lines.length;
    hash.update(lines.map((line) => `${line}\n`).join(''));
  }
  return { rows, distinct_keys: distinct, sha256: hash.digest('hex') };
}

/** Controls spelled as JSON.stringify and Python do, `\u001f`, where DuckDB has `\u001F`; the order of lines is the same. */
function asJsonWrites(line: string): string {
  if (!line.includes('\\u')) return line;
  return line.replace(/\\(?:u[0-9A-F]{4}|.)/g, (one) => (one[1] === 'u' ? one.toLowerCase() : one));
}

/** The citation of a query. */
export function citationOf(
  statement: string,
  views: readonly ViewFile[],
  build: BuildInfo,
  keys: readonly CitedKey[],
  sum: Pick<Citation, 'rows' | 'distinct_keys' | 'sha256'>,
): Citation {
  const { version, duckdb_version, input_fingerprint, is_synthetic } = build;
  return {
    format: CITATION_FORMAT,
    statement,
    rules: views.map(({ name, rule, sql }) => ({
      name,
      rule,
      sha256: createHash('sha256').update(sql).digest('hex'),
    })),
    warehouse: { version, format_version: FORMAT_VERSION, duckdb_version, input_fingerprint, is_synthetic },
    rows: sum.rows,
    distinct_keys: sum.distinct_keys,
    keys,
    sha256: sum.sha256,
    cite: CITATION,
  };
}
