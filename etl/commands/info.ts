import { EXIT, usageError } from '../error.js';
import type { Command } from './command.js';
import { describe, description } from './description.js';
import { overview, readCodeCounts } from './overview.js';
import { DEFAULT_WAREHOUSE, readManifest, withWarehouse } from './warehouse.js';

const help = `Shows what a warehouse holds, in one screen; or what a table or view is, column by column.

Examples:
  imagenome info output/warehouse
  imagenome info output/warehouse report_findings
  imagenome info output/warehouse --json

DIR is ${DEFAULT_WAREHOUSE} unless given.

Options:
  --json   the manifest, or the columns, as JSON

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: { json: { type: 'boolean', default: false } },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, name, ...others] = positionals;
    if (others.length > 0) throw usageError('info: expected DIR and at most one table or view');
    if (name === undefined) {
      const manifest = await readManifest(folder);
      const codes = await withWarehouse(folder, readCodeCounts);
      io.out.write(
        values.json ? json({ ...manifest, diagnostics: codes }) : overview(folder, manifest, codes),
      );
    } else {
      const described = await withWarehouse(folder, (warehouse) => describe(warehouse, name));
      io.out.write(values.json ? json(described) : description(described));
    }
    return EXIT.done;
  },
};

export default command;

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
