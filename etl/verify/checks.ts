import type { DuckDBConnection } from '@duckdb/node-api';
import { duckdbErrorKind } from '../duckdb_error.js';
import { tables } from '../schema/index.js';
import type { Check } from './check.js';
import { readCheckFiles } from './check_file.js';
import { countAll } from './count_all.js';
import { failed } from './failed.js';
import { type CheckResult, resultOf } from './finding.js';
import { checksOf } from './table_checks.js';

/** Every check: those that follow from the schema, then those of `sql/checks`. */
export function allChecks(): Check[] {
  return [...tables.flatMap(checksOf), ...readCheckFiles()];
}

/** Runs the checks of a build, or all of them, one after the other, which needs the memory of one. */
export async function runChecks(connection: DuckDBConnection, scope: Check['scope']): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of await checksFor(connection, scope)) results.push(await runCheck(connection, check));
  return results;
}

/** The checks of a scope whose tables there are. */
async function checksFor(connection: DuckDBConnection, scope: Check['scope']): Promise<Check[]> {
  const read = await connection.runAndReadAll(
    "select table_name from duckdb_tables() where schema_name = 'main'",
  );
  const present = new Set(read.getRowsJson().map(([name]) => String(name)));
  return allChecks().filter(
    (check) =>
      (check.scope === 'build' || scope === 'check') && check.needs.every((table) => present.has(table)),
  );
}

async function runCheck(connection: DuckDBConnection, check: Check): Promise<CheckResult> {
  const advice =
    check.severity === 'warning'
      ? 'have a look: the input says so'
      : 'the rows contradict each other: build the warehouse again';
  try {
    const [rows] = await countAll(connection, [check.sql]);
    const found = rows === 0 ? [] : [{ subject: check.title, expected: 'none', found: String(rows) }];
    return { ...resultOf({ ...check, advice }, found), rows: rows! };
  } catch (error) {
    // A table or view that it reads is not there, or does not read.
    const kind = duckdbErrorKind(error);
    if (kind === undefined) throw error;
    return resultOf({ ...check, severity: 'error', advice }, [
      { subject: check.title, expected: 'to be looked for', found: `a query that fails (${kind})` },
    ]);
  }
}

/**
 * Verifies a warehouse before it is published: the checks of a build find nothing.
 * @throws UserError naming what does not hold
 */
export async function verifyBuild(connection: DuckDBConnection): Promise<void> {
  for (const { name, title, sql, severity } of await checksFor(connection, 'build')) {
    if (severity === 'warning') continue;
    const [rows] = await countAll(connection, [sql]);
    if (rows! > 0) throw failed(`check ${name}: expected no row, found ${rows} (${title})`);
  }
}
