import type { DuckDBConnection } from '@duckdb/node-api';

/** Number of rows of each query, in one statement: planning each alone costs more than counting a small table. */
export async function countAll(connection: DuckDBConnection, queries: readonly string[]): Promise<number[]> {
  if (queries.length === 0) return [];
  const counts = queries.map((query, i) => `select ${i} as i, count(*)::integer as n from (${query})`);
  const read = await connection.runAndReadAll(`${counts.join('\nunion all\n')}\norder by i`);
  return read.getRows().map(([, n]) => n as number);
}
