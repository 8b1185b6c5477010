import type { DuckDBConnection } from '@duckdb/node-api';
import { bookkeepingTables } from '../schema/index.js';
import { createFrom } from './rows.js';

/** Creates `build_info` from what is to be told of the build. */
export async function createBuildInfo(
  connection: DuckDBConnection,
  facts: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  const rows = Object.entries(facts).map(([key, value]) => ({ key, value: String(value) }));
  await createFrom(connection, bookkeepingTables.build_info, rows);
}
