import type { Table } from './table.js';

/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The statement that creates a table, not null where the schema requires it; no index, no enforced key (see docs/decisions). */
export function createTable(
  table: Table,
  kind: 'table' | 'temp table' | 'table if not exists' = 'table',
): string {
  const lines = table.columns.map(({ name, type, required, virtual, derived }) => {
    const constraint = virtual ? ` generated always as (${derived}) virtual` : required ? ' not null' : '';
    return `  ${identifier(name)} ${type}${constraint}`;
  });
  return `create ${kind} ${identifier(table.name)} (\n${lines.join(',\n')}\n)`;
}

/** Comments on the table, or on a view that stands for it, and on each of its columns. */
export function comments(table: Table, kind: 'table' | 'view' = 'table'): string[] {
  return [
    `comment on ${kind} ${identifier(table.name)} is ${literal(`${table.title}: ${table.grain}`)}`,
    ...table.columns.map(
      (column) =>
        `comment on column ${identifier(table.name)}.${identifier(column.name)} is ${literal(column.description)}`,
    ),
  ];
}

/** Order of a small table: its key, then all other columns, so that equal input gives equal files. */
export function inKeyOrder(table: Table): string {
  const rest = table.columns.map(({ name }) => name).filter((name) => !table.key.includes(name));
  return `order by ${[...table.key, ...rest].map((name) => `${identifier(name)} nulls last`).join(', ')}`;
}
