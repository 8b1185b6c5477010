import { EXIT, usageError } from '../error.js';
import { documentsOf } from '../publish/documents.js';
import { screenOf } from '../terminal/screen.js';
import type { CheckResult } from '../verify/finding.js';
import { checkPublished } from '../verify/published/index.js';
import { resultLines, summaryLine } from './check_lines.js';
import type { Command } from './command.js';
import { checkPublishedCounts, publishedLines } from './published_counts.js';
import { assertWarehouse, DEFAULT_WAREHOUSE } from './warehouse.js';

const help = `Verifies a warehouse: every file, table, view, row and key of it.

Examples:
  imagenome check output/warehouse
  imagenome check output/warehouse --quick
  imagenome check output/warehouse --json

DIR is ${DEFAULT_WAREHOUSE} unless given. The folder, its manifest, the DuckDB file and
the Parquet files must say the same: checksums, and no further file; rows, columns
and order of every Parquet file, and that DuckDB has the same rows; tables, views,
macros and comments as this version defines them; keys, references and sql/checks.
What others have published of the release is listed next to what the warehouse has
(the view published_counts); of a synthetic one nothing is applicable.

Options:
  --quick      open no Parquet file, and compute no published count; checksums are
               compared all the same
  --recompute  compute stored roll-ups anew, too, and compare them
  --json       one object per check
  --quiet      only what was found

Exit codes: 0 all is well, or only warnings · 1 a check found something ·
            2 wrong usage`;

const command: Command = {
  help,
  options: {
    quick: { type: 'boolean', default: false },
    recompute: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, ...others] = positionals;
    if (others.length > 0) throw usageError(`check: expected one DIR, found ${positionals.length}`);
    await assertWarehouse(folder);
    const quick = values.quick === true;
    const own = await checkPublished(folder, {
      quick,
      recompute: values.recompute === true,
      writeDocuments: documentsOf,
    });
    const counts = quick || own.some(isFailed) ? undefined : await checkPublishedCounts(folder);
    const results = counts ? [...own, counts] : own;
    if (values.json) io.out.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
    else {
      const shown = values.quiet ? results.filter(({ rows }) => rows > 0) : results;
      const screen = screenOf(io.out, io.env);
      io.out.write(shown.map((result) => resultLines(result, screen)).join(''));
      if (counts && !values.quiet) io.out.write(`\n${publishedLines(counts, screen)}`);
      if (!values.quiet) io.out.write(`\n${summaryLine(results)}\n`);
    }
    return results.some(isFailed) ? EXIT.failed : EXIT.done;
  },
};

export default command;

const isFailed = ({ rows, severity }: CheckResult) => rows > 0 && severity === 'error';
