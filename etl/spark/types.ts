import type { ColumnType, Table } from '../schema/index.js';

/** The type of a column in Spark. A TIMESTAMP has no zone there either. */
export const sparkTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'string',
  INTEGER: 'int',
  BIGINT: 'bigint',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  TIMESTAMP: 'timestamp_ntz',
  'VARCHAR[]': 'array<string>',
  'INTEGER[]': 'array<int>',
  'DOUBLE[]': 'array<double>',
};

/** A name as Spark writes it. */
export function sparkName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** A string as a literal of Spark. */
export function sparkText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

/** Rows as a query that gives the columns of a table; none give an empty table of its types. */
export function sparkRows(table: Table, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const typed = table.columns.map(
    ({ name, type }) => `cast(${sparkName(name)} as ${sparkTypes[type]}) as ${sparkName(name)}`,
  );
  const names = table.columns.map(({ name }) => sparkName(name));
  const given = rows.length > 0 ? rows : [{}];
  const values = given.map((row) => `(${table.columns.map(({ name }) => sparkValue(row[name])).join(', ')})`);
  const none = rows.length > 0 ? '' : '\nwhere false';
  return `select ${typed.join(', ')}\nfrom values\n  ${values.join(',\n  ')}\nas given (${names.join(', ')})${none}`;
}

function sparkValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? sparkText(value) : String(value);
}
