import type { DuckDBConnection } from '@duckdb/node-api';
import { metadataTables } from '../schema/index.js';
import type { BuildInfo } from '../warehouse/manifest.js';
import { createFrom } from './rows.js';

/** Creates `build_info` from what is known of the build, and from the number of rows of each table. */
export async function createBuildInfo(
  connection: DuckDBConnection,
  build: BuildInfo,
  rowsByTable: Readonly<Record<string, number>>,
): Promise<void> {
  await createFrom(connection, metadataTables.build_info, buildInfoRows(build, rowsByTable));
}

/** The rows of `build_info`. */
export function buildInfoRows(
  build: BuildInfo,
  rowsByTable: Readonly<Record<string, number>>,
): { key: string; value: string }[] {
  const counts = Object.entries(rowsByTable).map(([table, rows]) => [`rows_${table}`, rows] as const);
  return [...Object.entries(build), ...counts].map(([key, value]) => ({ key, value: String(value) }));
}
