import type { DuckDBConnection } from '@duckdb/node-api';

/** A value of a row: whole numbers of any width are numbers. */
export type Value = string | number | boolean | null;
/** A row by column name. */
export type Row = Readonly<Record<string, Value>>;

/** What a statement answers; columns are known where there are no rows, too. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const wide = /^(BIGINT|HUGEINT|UBIGINT|DECIMAL.*)$/;

/** Runs a statement and gives its rows. */
export async function readAnswer(connection: DuckDBConnection, statement: string): Promise<Answer> {
  const reader = await connection.runAndReadAll(statement);
  const columns = reader.columnNames();
  const isWide = reader.columnTypes().map((type) => wide.test(String(type)));
  const rows = reader.getRowsJson().map((values) => {
    const cells = values.map((value, i) => (isWide[i] && value !== null ? Number(value) : value));
    return Object.fromEntries(columns.map((name, i) => [name, cells[i] as Value]));
  });
  return { columns, rows };
}

/** A column of a row as a number; 0 where it is NULL. */
export const numberOf = (row: Row, column: string): number => Number(row[column] ?? 0);
/** A column of a row as text; empty where it is NULL. */
export const textOf = (row: Row, column: string): string => String(row[column] ?? '');
