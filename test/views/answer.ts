import { type DuckDBConnection, DuckDBTypeId } from '@duckdb/node-api';
import type { Row } from '../helpers/warehouse.js';
import type { Question } from './case.js';

const wide: ReadonlySet<DuckDBTypeId> = new Set([DuckDBTypeId.BIGINT, DuckDBTypeId.HUGEINT]);

/** Rows of a query as a case writes them: counts as numbers, fractions to nine digits, times as text. */
export async function answer(connection: DuckDBConnection, query: string): Promise<Row[]> {
  const read = await connection.runAndReadAll(query);
  const types = read.columnTypes();
  const counts = new Set(read.columnNames().filter((_, i) => wide.has(types[i]!.typeId)));
  return read
    .getRowObjectsJson()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          short(counts.has(name) && value !== null ? Number(value) : value),
        ]),
      ),
    );
}

function short(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
}

/** Rows in an order of their own, unless the question has one. */
export function comparable({ isOrdered }: Question, rows: readonly Row[]): readonly Row[] {
  const texts = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort())));
  return isOrdered ? rows : texts.sort().map((text) => JSON.parse(text));
}
