import { EXIT, usageError } from '../error.js';
import { type CheckResult, checkRows, runChecks } from '../verify/checks.js';
import { checkFiles } from '../verify/files.js';
import type { Command } from './command.js';
import { count } from './format.js';
import { textTable } from './text_table.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Verifies a warehouse: checksums of all files, rows of all tables, and every check of sql/checks.

Examples:
  imagenome check output/warehouse
  imagenome check output/warehouse --json

DIR is ${DEFAULT_WAREHOUSE} unless given. A check is a SELECT that returns the rows which should not exist: the keys, references
and order of every table, and what sql/checks has.

Options:
  --json    one object per check
  --quiet   only what was found

Exit codes: 0 all is well, or only warnings · 1 a check found something · 2 wrong usage`;

const command: Command = {
  help,
  options: { json: { type: 'boolean', default: false }, quiet: { type: 'boolean', default: false } },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    if (others.length > 0) throw usageError(`check: expected one DIR, found ${positionals.length}`);
    const results = await withWarehouse(folder, async ({ connection, manifest }) => [
      ...(await checkFiles(folder)),
      await checkRows(connection, manifest),
      ...(await runChecks(connection, 'check')),
    ]);
    const found = results.filter(({ rows }) => rows > 0);
    const failed = found.filter(({ severity }) => severity === 'error');
    if (values.json) io.out.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
    else {
      const shown = values.quiet ? found : results;
      if (shown.length > 0) io.out.write(resultTable(shown));
      if (!values.quiet) io.out.write(`\n${summary(results.length, failed.length, found.length)}\n`);
    }
    return failed.length > 0 ? EXIT.failed : EXIT.done;
  },
};

export default command;

function resultTable(results: readonly CheckResult[]): string {
  const rows = results.map(({ name, title, severity, rows, examples = [] }) => [
    rows === 0 ? 'ok' : severity === 'error' ? 'FAIL' : 'warn',
    name,
    rows === 0 ? '' : count(rows),
    examples.length > 0 ? `${title}: ${examples.join(', ')}` : title,
  ]);
  return textTable(['', 'check', 'rows', 'what it looks for'], rows, (column) => column === 2);
}

function summary(checks: number, failed: number, found: number): string {
  if (found === 0) return `${checks} checks, all is well`;
  return `${checks} checks, ${failed} failed, ${found - failed} with a warning`;
}
