import { availableParallelism } from 'node:os';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import { EXIT, usageError } from '../error.js';
import { type Synthesized, synthesize } from '../synth/index.js';
import { layouts } from '../synth/layout.js';
import { AsciiStream } from '../terminal/ascii_stream.js';
import { screenOf } from '../terminal/screen.js';
import { wrapped } from '../terminal/wrap.js';
import type { Command, Io, Values } from './command.js';
import { count, counted } from './format.js';
import { oneOf, wholeNumber, workerOption } from './options.js';

const command: Command = {
  help: `Examples:
  imagenome synth --images 500 --seed 1 --out output/release
  imagenome synth --images 500 --seed 1 --out output/release --loose
  imagenome synth --images 500 --seed 1 --out output/faulty --defects
  imagenome synth --images 2000 --out output/release --layout wget --rdf

Writes a whole release in the form of Chest ImaGenome: scene graphs, lists,
semantics, gold files. All of it is invented. truth.json lists what it holds.
The same seed and options give the same bytes. With --defects a release of 500
graphs or more has every fault at least once; docs/synthetic.md lists them with
their rates and codes.

Options:
  --images N          number of scene graphs
  --seed S            whole number that names the release; 1 unless given
  --out DIR           folder of the release; only an empty one or an earlier
                      synthetic release is written over
  --loose             loose files instead of silver_dataset/scene_graph.zip
  --defects           with every fault that the release is known or feared to
                      have, counted in truth.json
  --gold-patients N   exactly N gold patients, at most half the images; 0.8 % of
                      those with two exams unless given
  --layout FORM       root (DIR is the release), wrapped (in the folder of the
                      archive), wget (in the tree of a download)
  --mimic DIR         folder for the lists of MIMIC-CXR-JPG; mimic-cxr-jpg/
                      within --out unless given
  --rdf               with silver_dataset/study_level_attribute_rdfgraphs.json
  --gzip              lists and gold files as .gz
  --workers N         worker threads; as many as processors unless given
  --quiet             no progress
  --json              the result as JSON`,
  options: {
    images: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    loose: { type: 'boolean' },
    defects: { type: 'boolean' },
    'gold-patients': { type: 'string' },
    layout: { type: 'string' },
    mimic: { type: 'string' },
    rdf: { type: 'boolean' },
    gzip: { type: 'boolean' },
    workers: { type: 'string' },
    quiet: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(values, positionals, io) {
    if (positionals.length > 0) throw usageError(`synth: expected options only, found '${positionals[0]}'`);
    const images = wholeNumber(values, { name: 'images', least: 1, most: 9_000_000 });
    const options = {
      images,
      seed: wholeNumber(values, { name: 'seed', least: 0, most: Number.MAX_SAFE_INTEGER, unless: 1 }),
      out: folder(values),
      loose: values.loose === true,
      defects: values.defects === true,
      rdf: values.rdf === true,
      gzip: values.gzip === true,
      layout: oneOf(values, 'layout', layouts, 'root'),
      ...(typeof values.mimic === 'string' && { mimic: values.mimic }),
      ...(values['gold-patients'] !== undefined && {
        goldPatients: wholeNumber(values, { name: 'gold-patients', least: 0, most: Math.floor(images / 2) }),
      }),
      workers: wholeNumber(values, { ...workerOption, unless: availableParallelism() }),
    };
    const isWatched = io.err.isTTY === true && io.env.TERM !== 'dumb' && values.quiet !== true;
    const result = isWatched ? await watched(options, io) : await synthesize(options);
    const { columns } = screenOf(io.out, io.env);
    const text = values.json
      ? JSON.stringify(result)
      : wrapped(summary(options.out, result), columns).join('\n');
    io.out.write(`${text}\n`);
    return EXIT.done;
  },
};

export default command;

function folder(values: Values): string {
  if (typeof values.out === 'string' && values.out !== '') return values.out;
  throw usageError('synth --out: expected a folder to write, found nothing');
}

/** One line on the terminal: how many graphs are written, and how fast. */
async function watched(options: Parameters<typeof synthesize>[0], io: Io): Promise<Synthesized> {
  const { isAscii } = screenOf(io.err, io.env);
  const terminal = (isAscii ? new AsciiStream(io.err) : io.err) as NodeJS.WriteStream;
  const logger = new ListrLogger({ processOutput: new ProcessOutput(terminal, terminal) });
  let result: Synthesized | undefined;
  const list = new Listr(
    [
      {
        title: 'scene graphs',
        task: async (_, task) => {
          const start = performance.now();
          const onProgress = (done: number, total: number) => {
            const rate = Math.round(done / ((performance.now() - start) / 1000));
            task.title = `${count(done)} of ${count(total)} scene graphs · ${count(rate)} graphs/s`;
          };
          result = await synthesize({ ...options, onProgress });
        },
      },
    ],
    { rendererOptions: { logger, collapseErrors: false } },
  );
  await list.run();
  return result!;
}

function summary(out: string, { images, studies, patients, bytes }: Synthesized): string {
  const size = `${(bytes / 1e6).toFixed(1)} MB of JSON`;
  const exams = studies === 1 ? '1 study' : `${count(studies)} studies`;
  return `${out}: ${counted(images, 'scene graph')} of ${exams} and ${counted(patients, 'patient')}, ${size}`;
}
