import { existsSync } from 'node:fs';
import { EXIT, usageError } from '../error.js';
import { reconstruct } from '../reconstruct/index.js';
import type { Command } from './command.js';
import { DEFAULT_WAREHOUSE, withWarehouse } from './warehouse.js';

const help = `Rebuilds the scene graph of an image from a warehouse, as JSON on stdout: equal
to what was loaded, as values.

Examples:
  imagenome reconstruct 10cd06e9-5443fef9-9afbe903-e2ce1eb5-dcff1097
  imagenome reconstruct output/warehouse IMAGE_ID --compact > graph.json

DIR is ${DEFAULT_WAREHOUSE} unless given. docs/reconstruct.md lists what is not
given back. The output has report text.

Options:
  --compact   on one line

Exit codes: 0 done · 1 failed · 2 wrong usage`;

const command: Command = {
  help,
  options: { compact: { type: 'boolean', default: false } },
  async run(values, positionals, io) {
    const image = positionals.at(-1);
    if (image === undefined || positionals.length > 2) {
      throw usageError(
        `reconstruct: expected DIR and IMAGE_ID, found ${positionals.length} words; imagenome help reconstruct shows how.`,
      );
    }
    if (positionals.length === 1 && existsSync(image)) {
      throw usageError(
        'reconstruct: expected an IMAGE_ID behind DIR, found none; imagenome help reconstruct shows how.',
      );
    }
    const folder = positionals.length === 2 ? positionals[0]! : DEFAULT_WAREHOUSE;
    await withWarehouse(folder, async ({ connection }) => {
      const graph = await reconstruct(connection, image);
      io.out.write(`${JSON.stringify(graph, null, values.compact ? undefined : 2)}\n`);
    });
    return EXIT.done;
  },
};

export default command;
