import { availableParallelism } from 'node:os';
import { type BuildSummary, build, MEMORY_LIMIT } from '../build.js';
import { EXIT, UserError, usageError } from '../error.js';
import { silent } from '../progress.js';
import { MAX_REJECTED } from '../verify/rejected_graphs.js';
import type { Command, Io, Values } from './command.js';
import { untilInterrupted } from './interrupt.js';
import { jsonProgress } from './json_progress.js';
import { limitHelp, limitOptions, limitsOf } from './limit_options.js';
import { memorySize, oneOf, wholeNumber, workerOption } from './options.js';
import { written } from './outputs.js';
import type { ShownProgress } from './progress.js';
import { type StageTimes, stageTimes } from './stage_times.js';

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
    const { summary, times } = await untilInterrupted(io, {
      message: 'interrupted; the earlier warehouse is as it was.',
      done: 'interrupted when the new warehouse was published; it is whole.',
      work: (signal, onPublished) => runBuild({ ...options, signal, onPublished }, values, io),
    });
    await showResult(
      summary,
      values.json
        ? `${JSON.stringify({ event: 'done', ...summary })}\n`
        : await shownSummary(summary, times, io),
      io,
    );
    return summary.rows.quarantine === 0 ? EXIT.done : EXIT.quarantined;
  },
};

export default command;

/** Shows what a finished build has to say. @throws UserError where nobody can read it, as an exit code of success would not be true */
async function showResult({ out, leftovers }: BuildSummary, text: string, io: Io): Promise<void> {
  for (const path of leftovers) {
    io.err.write(
      `imagenome: ${path}: is not needed any more and could not be removed; remove it. The new warehouse is published.\n`,
    );
  }
  await written(io, text).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UserError(
      `${out}: the new warehouse is published and whole, but the result of the build could not be written on stdout: ${code}`,
    );
  });
}

/** What a build did, and how long its stages took. */
interface Built {
  readonly summary: BuildSummary;
  readonly times: StageTimes;
}

async function runBuild(options: Parameters<typeof build>[0], values: Values, io: Io): Promise<Built> {
  if (values.json || values.quiet) {
    const times = stageTimes(values.json ? jsonProgress(io) : silent);
    return { summary: await build(options, times), times };
  }
  const { taskProgress } = await import('./progress.js');
  let shown: ShownProgress | undefined;
  // Not before the first stage: what is up to date has none.
  const times = stageTimes({
    stage: (name, work) => {
      shown ??= taskProgress(io);
      return shown.stage(name, work);
    },
  });
  const summary = await build(options, times).catch(async (error: unknown) => {
    await shown?.fail();
    throw error;
  });
  await shown?.finished;
  return { summary, times };
}

/** Loaded when the build is done: nothing of it is needed before. */
async function shownSummary(summary: BuildSummary, { seconds }: StageTimes, io: Io): Promise<string> {
  const [{ summaryText }, { screenOf }] = await Promise.all([
    import('./summary.js'),
    import('../terminal/screen.js'),
  ]);
  return summaryText(summary, seconds, screenOf(io.out, io.env));
}

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
