import { availableParallelism } from 'node:os';
import { build } from '../build.js';
import { MEMORY_LIMIT } from '../build_options.js';
import { EXIT, usageError } from '../error.js';
import { stagesOf } from '../progress.js';
import { MAX_REJECTED } from '../verify/rejected_graphs.js';
import type { Command, Values } from './command.js';
import { untilInterrupted } from './interrupt.js';
import { limitHelp, limitOptions, limitsOf } from './limit_options.js';
import { memorySize, oneOf, shardPlace, wholeNumber, workerOption } from './options.js';
import { showBuild } from './show_build.js';
import { withProgress } from './with_progress.js';

const help = `Turns a Chest ImaGenome release into a warehouse: Parquet, DuckDB, views.

Examples:
  imagenome build chest-imagenome-dataset-1.0.0 --out output/warehouse
  imagenome build scene_graph.zip --out output/warehouse
  imagenome build release --out shared --no-text
  imagenome build release --mimic-split mimic-cxr-2.0.0-split.csv.gz

INPUT is a release, a scene_graph.zip (read in place), a folder of JSON files
at any depth, a .jsonl or .jsonl.gz, or one .json array.

Options:
  --out DIR               where the warehouse goes (default output/warehouse);
                          an earlier one is replaced when the new one is
                          complete, and not before
  --workers N             threads that read and flatten (default ${availableParallelism()}, the
                          cores of this machine)
  --memory-limit SIZE     what DuckDB may take of memory (default ${MEMORY_LIMIT});
                          the rest goes to disk
  --no-text               leave out all free text: phrases, sentences, reasons
                          for exam
  --derived none          store no roll-ups: the views compute when they are
                          queried (default all)
  --careful               read every graph the careful way: slower, with the
                          same result
  --max-rejected SHARE    of the graphs found, how many may be rejected
                          (default ${MAX_REJECTED}, which is ${MAX_REJECTED * 100} %); a build that rejects
                          more, and more than 100, fails
  --mimic-metadata FILE   mimic-cxr-2.0.0-metadata.csv[.gz] of MIMIC-CXR-JPG:
                          image sizes, views, dates
  --mimic-split FILE      mimic-cxr-2.0.0-split.csv[.gz]: the official split, as
                          mimic_splits
  --chexpert FILE         mimic-cxr-2.0.0-chexpert.csv[.gz]: labels of studies,
                          as chexpert_labels
  --negbio FILE           mimic-cxr-2.0.0-negbio.csv[.gz]: labels of studies, as
                          negbio_labels
  --rdf                   load the RDF file of the release too, as
                          rdf_annotations; it has 4.6 GB
  --no-reuse              flatten every graph, whatever earlier builds into DIR
                          have left, also when nothing has changed since
  --shard i/n             build every n-th range of patients, from the i-th on,
                          into a folder that imagenome assemble joins with
                          the others (docs/scale.md)
  --json                  one event per line on stdout, the summary last
  --quiet                 no progress

${limitHelp}

Exit codes: 0 done · 1 failed, the earlier warehouse is as it was unless the
            message says otherwise · 2 wrong usage · 3 done, something was
            quarantined (see the tables quarantine and data_issues) ·
            129, 130, 131, 143 ended by a signal`;

const command: Command = {
  help,
  options: {
    out: { type: 'string', default: 'output/warehouse' },
    workers: { type: 'string' },
    'memory-limit': { type: 'string' },
    'no-text': { type: 'boolean', default: false },
    derived: { type: 'string' },
    careful: { type: 'boolean', default: false },
    'mimic-metadata': { type: 'string' },
    'max-rejected': { type: 'string' },
    'mimic-split': { type: 'string' },
    chexpert: { type: 'string' },
    negbio: { type: 'string' },
    rdf: { type: 'boolean', default: false },
    'no-reuse': { type: 'boolean', default: false },
    shard: { type: 'string' },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    ...limitOptions,
  },
  async run(values, positionals, io) {
    const [input, ...others] = positionals;
    if (input === undefined || others.length > 0) {
      throw usageError(
        `build: expected one INPUT, found ${positionals.length}; imagenome help build shows how.`,
      );
    }
    const options = { ...optionsOf(values), input };
    const shard = shardPlace(values);
    if (shard) return (await import('./build_shard.js')).runShard({ ...options, shard }, values, io);
    const { summary, times } = await untilInterrupted(io, {
      message: 'interrupted; the earlier warehouse is as it was.',
      done: 'interrupted when the new warehouse was published; it is whole.',
      work: (signal, onPublished) =>
        withProgress(stagesOf.build, values, io, (progress) =>
          build({ ...options, signal, onPublished }, progress),
        ),
    });
    await showBuild(summary, times, values, io);
    return summary.rows.quarantine === 0 ? EXIT.done : EXIT.quarantined;
  },
};

export default command;

function optionsOf(values: Values) {
  const memoryLimit = memorySize(values);
  const share = values['max-rejected'] as string | undefined;
  if (share !== undefined && !(/^\d*\.?\d+$/.test(share) && Number(share) <= 1)) {
    throw usageError(`--max-rejected: expected a number from 0 to 1, found '${share}'`);
  }
  return {
    maxRejected: share === undefined ? undefined : Number(share),
    out: values.out as string,
    workers: wholeNumber(values, { ...workerOption, unless: availableParallelism() }),
    memoryLimit,
    withText: !values['no-text'],
    derived: oneOf(values, 'derived', ['all', 'none'], 'all'),
    careful: values.careful as boolean,
    mimicMetadata: values['mimic-metadata'] as string | undefined,
    mimicSplit: values['mimic-split'] as string | undefined,
    chexpert: values.chexpert as string | undefined,
    negbio: values.negbio as string | undefined,
    rdf: values.rdf as boolean,
    limits: limitsOf(values),
    reuse: !values['no-reuse'],
  };
}
