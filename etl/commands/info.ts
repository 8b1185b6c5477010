import { existsSync } from 'node:fs';
import { EXIT, usageError } from '../error.js';
import { tables } from '../schema/index.js';
import { readViewFiles } from '../schema/view_file.js';
import { screenOf } from '../terminal/screen.js';
import type { Command } from './command.js';
import { describe, description } from './description.js';
import { overview, readCodeCounts } from './overview.js';
import { search, searchText } from './search.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Shows what a warehouse holds; or what a table, view or macro is, column by column.

Examples:
  imagenome info output/warehouse
  imagenome info output/warehouse report_findings
  imagenome info --search effusion
  imagenome info output/warehouse --json

DIR is ${DEFAULT_WAREHOUSE} unless given: imagenome info report_findings

Options:
  --search WORDS   tables, views, macros, columns, labels and regions that have
                   these words in their name or description
  --json           the manifest, the columns or what was found, as JSON

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: { search: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run(values, positionals, io) {
    const [folder = DEFAULT_WAREHOUSE, name, ...others] = withFolder(positionals);
    if (others.length > 0 || (name !== undefined && values.search !== undefined)) {
      throw usageError('info: expected DIR and at most one name or --search WORDS');
    }
    const screen = screenOf(io.out, io.env);
    const text = await withWarehouse(folder, async (warehouse) => {
      if (values.search !== undefined) {
        const hits = await search(warehouse, String(values.search));
        return values.json ? json(hits) : searchText(String(values.search), hits, screen);
      }
      if (name !== undefined) {
        const described = await describe(warehouse, name);
        return values.json ? json(described) : description(described, folder, screen);
      }
      const codes = await readCodeCounts(warehouse);
      const { manifest } = warehouse;
      return values.json
        ? json({ ...manifest, diagnostics: codes })
        : overview(folder, manifest, codes, screen);
    });
    io.out.write(text);
    return EXIT.done;
  },
};

export default command;

/** One word alone is a name of the default warehouse where it is one and no folder. */
function withFolder(words: readonly string[]): readonly string[] {
  const [word] = words;
  if (words.length !== 1 || word === undefined || existsSync(word) || !existsSync(DEFAULT_WAREHOUSE))
    return words;
  const isName = [...tables, ...readViewFiles()].some(({ name }) => name === word);
  return isName ? [DEFAULT_WAREHOUSE, word] : words;
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
