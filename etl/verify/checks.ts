import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '../error.js';
import { countTable } from '../load/index.js';
import { identifier } from '../schema/ddl.js';
import { tables } from '../schema/index.js';
import { type Part, rowsByTable } from '../warehouse/files.js';
import type { Manifest } from '../warehouse/manifest.js';
import type { Check } from './check.js';
import { readCheckFiles } from './check_file.js';
import { countAll } from './count_all.js';
import { checksOf } from './table_checks.js';

/** What a check found: 0 rows when all is well. */
export interface CheckResult extends Pick<Check, 'name' | 'title' | 'severity'> {
  readonly rows: number;
  /** A few of the files or tables that it found. */
  readonly examples?: readonly string[];
}

/** Every check: those that follow from the schema, then those of `sql/checks`. */
export function allChecks(): Check[] {
  return [...tables.flatMap(checksOf), ...readCheckFiles()];
}

/** Runs the checks of a build, or all of them. */
export async function runChecks(connection: DuckDBConnection, scope: Check['scope']): Promise<CheckResult[]> {
  const read = await connection.runAndReadAll(
    "select table_name from duckdb_tables() where schema_name = 'main'",
  );
  const present = new Set(read.getRowsJson().map(([name]) => String(name)));
  return runEach(connection, checksFor(scope, present));
}

/** One after the other, which needs the memory of one. */
async function runEach(connection: DuckDBConnection, checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, title, severity, sql } of checks) {
    const [rows] = await countAll(connection, [sql]);
    results.push({ name, title, severity, rows: rows! });
  }
  return results;
}

/** @param present names of the tables that there are */
function checksFor(scope: Check['scope'], present: ReadonlySet<string>): Check[] {
  return allChecks().filter(
    (check) =>
      (check.scope === 'build' || scope === 'check') && check.needs.every((table) => present.has(table)),
  );
}

/** Compares the rows of the DuckDB tables with those that the manifest lists for the Parquet files. */
export async function checkRows(connection: DuckDBConnection, { tables }: Manifest): Promise<CheckResult> {
  const other: string[] = [];
  for (const { name, rows } of tables) {
    if ((await countTable(connection, name).catch(() => -1)) !== rows) other.push(name);
  }
  const title = 'Tables that are absent or have other rows than their Parquet files';
  return { name: 'rows_as_published', title, severity: 'error', rows: other.length, examples: other };
}

/**
 * Verifies a warehouse before it is published: its tables have the rows of its files, and the checks of a build find nothing.
 * @throws UserError naming what does not hold
 */
export async function verifyBuild(connection: DuckDBConnection, parts: readonly Part[]): Promise<void> {
  const written = Object.entries(rowsByTable(parts));
  const found = await countAll(
    connection,
    written.map(([table]) => `from ${identifier(table)}`),
  );
  written.forEach(([table, rows], i) => {
    if (found[i] !== rows)
      throw failed(`${table}: expected the ${rows} rows of its Parquet files, found ${found[i]}`);
  });
  const checks = checksFor('build', new Set(written.map(([table]) => table)));
  for (const { name, title, severity, rows } of await runEach(connection, checks)) {
    if (rows > 0 && severity === 'error')
      throw failed(`check ${name}: expected no row, found ${rows} (${title})`);
  }
}

function failed(message: string): UserError {
  return new UserError(
    `${message}; the build is not published and the earlier warehouse is as it was. This is a fault of the tool: please file an issue, without any row of the data.`,
  );
}
