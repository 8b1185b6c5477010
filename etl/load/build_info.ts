import type { DuckDBConnection } from '@duckdb/node-api';
import { metadataTables } from '../schema/index.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import { createFrom } from './rows.js';

/** Creates `build_info` from what is to be told of the build, and from the number of rows of each table. */
export async function createBuildInfo(
  connection: DuckDBConnection,
  facts: BuildInfo,
  rowsByTable: Readonly<Record<string, number>>,
): Promise<void> {
  const counts = Object.entries(rowsByTable).map(([table, rows]) => [`rows_${table}`, rows] as const);
  const rows = [...Object.entries(facts), ...counts].map(([key, value]) => ({ key, value: String(value) }));
  await createFrom(connection, metadataTables.build_info, rows);
}
