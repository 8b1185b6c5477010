import type { Table } from './table.js';

/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** CREATE TABLE with NOT NULL where the schema requires it; no index, no enforced key (see docs/decisions). */
export function createTable(table: Table): string {
  const lines = table.columns.map(
    (column) => `  ${identifier(column.name)} ${column.type}${column.required ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE ${identifier(table.name)} (\n${lines.join(',\n')}\n)`;
}

/** COMMENT ON the table and on each of its columns. */
export function comments(table: Table): string[] {
  return [
    `COMMENT ON TABLE ${identifier(table.name)} IS ${literal(`${table.title}: ${table.grain}`)}`,
    ...table.columns.map(
      (column) =>
        `COMMENT ON COLUMN ${identifier(table.name)}.${identifier(column.name)} IS ${literal(column.description)}`,
    ),
  ];
}
