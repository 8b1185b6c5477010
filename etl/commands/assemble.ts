import { assemble } from '../assemble.js';
import { MEMORY_LIMIT } from '../build_options.js';
import { EXIT, usageError } from '../error.js';
import { stagesOf } from '../progress.js';
import type { Command } from './command.js';
import { untilInterrupted } from './interrupt.js';
import { memorySize } from './options.js';
import { showBuild } from './show_build.js';
import { withProgress } from './with_progress.js';

const help = `Joins the shards of a build into one warehouse.

Examples:
  imagenome build release --shard 1/2 --out shards/1
  imagenome build release --shard 2/2 --out shards/2
  imagenome assemble shards/1 shards/2 --out output/warehouse

Name the folders of all shards, in any order. The warehouse is, byte for byte,
that of one build of the whole input with the options of the shards; the shards
stay as they are. Whatever is missing, double, damaged or of another input,
version or option ends it.

Options:
  --out DIR            where the warehouse goes (default output/warehouse); an
                       earlier one is replaced when the new one is complete,
                       and not before
  --memory-limit SIZE  what DuckDB may take of memory (default ${MEMORY_LIMIT});
                       the rest goes to disk
  --no-reuse           compute every roll-up, whatever earlier builds into DIR
                       have left
  --json               one event per line on stdout, the summary last
  --quiet              no progress

Exit codes: 0 done · 1 failed, the earlier warehouse is as it was unless the
            message says otherwise · 2 wrong usage · 3 done, something was
            quarantined · 129, 130, 131, 143 ended by a signal`;

const command: Command = {
  help,
  options: {
    out: { type: 'string', default: 'output/warehouse' },
    'memory-limit': { type: 'string' },
    'no-reuse': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
  async run(values, shards, io) {
    if (shards.length === 0) {
      throw usageError(
        'assemble: expected the folders of all shards, found none; imagenome help assemble shows how.',
      );
    }
    const options = {
      ...{ shards, out: values.out as string, memoryLimit: memorySize(values) },
      reuse: !values['no-reuse'],
    };
    const { summary, times } = await untilInterrupted(io, {
      message: 'interrupted; the earlier warehouse is as it was.',
      done: 'interrupted when the new warehouse was published; it is whole.',
      work: (signal, onPublished) =>
        withProgress(stagesOf.assemble, values, io, (progress) =>
          assemble({ ...options, signal, onPublished }, progress),
        ),
    });
    await showBuild(summary, times, values, io);
    return summary.rows.quarantine === 0 ? EXIT.done : EXIT.quarantined;
  },
};

export default command;
