import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { synthesize } from '../etl/synth/index.js';
import { cached } from './cache.js';
import { describeHost } from './host.js';
import { measure } from './measure.js';

/** Exports that are measured: a format and its options. */
const exports: readonly (readonly string[])[] = [
  ['images'],
  ['coco'],
  ['coco', '--frame', '224'],
  ['yolo'],
  ['matrix'],
  ['matrix', '--preset', 'medvqa'],
  ['matrix', '--preset', 'chexpert-14'],
  ['pairs'],
  ['pairs', '--form', 'ms-cxr-t'],
  ['pairs', '--form', 'chexrelformer'],
  ['grounding'],
  ['questions'],
  ['tsv'],
  ['rdf'],
  ['rdf', '--form', 'jsonl'],
  ['rdf', '--form', 'ntriples'],
  ['rdf', '--form', 'turtle'],
  ['graph'],
  ['graph', '--form', 'node-link'],
  ['graph', '--form', 'graphml'],
  ['visual-genome'],
];

const SEED = 20262;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '25000' },
    /** Formats, comma-separated; all unless given. */
    only: { type: 'string' },
    out: { type: 'string' },
    /** A warehouse that is there already. */
    warehouse: { type: 'string' },
  },
});
const size = Number(values.size);
const cli = projectFile('dist', 'imagenome', 'cli.js');
const warehouse = values.warehouse ?? (await warehouseOf(size));
const wanted = values.only?.split(',');
const figures: object[] = [];
const rows: string[][] = [];
const out = cached('out-export');
for (const words of exports.filter(([format]) => wanted?.includes(format!) ?? true)) {
  rmSync(out, { recursive: true, force: true });
  const [format, ...options] = words;
  const command = [process.execPath, cli, 'export', format!, warehouse, '--out', out, '--json', ...options];
  const { seconds, cpu_seconds, peak_bytes, output } = await measure(command);
  const files = JSON.parse(output).files as { bytes: number }[];
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  figures.push({ export: words.join(' '), seconds, cpu_seconds, peak_bytes, bytes });
  rows.push([
    words.join(' '),
    seconds.toFixed(1),
    cpu_seconds.toFixed(1),
    (peak_bytes / 1e6).toFixed(0),
    (bytes / 1e6).toFixed(1),
  ]);
  process.stderr.write(`${rows.at(-1)!.join('  ')}\n`);
}
rmSync(out, { recursive: true, force: true });
process.stdout.write(
  `\n${size} graphs\n${textTable(['export', 'seconds', 'CPU seconds', 'peak MB', 'MB written'], rows)}`,
);
if (values.out) {
  const record = { host: await describeHost(), graphs: size, figures };
  writeFileSync(values.out, `${JSON.stringify(record, null, 2)}\n`);
}

/** A warehouse of that many graphs, with lists and the sizes of the images, made when it is not there yet. */
async function warehouseOf(images: number): Promise<string> {
  const folder = cached(`exports-${images}`);
  const [release, made] = [join(folder, 'release'), join(folder, 'warehouse')];
  if (existsSync(made)) return made;
  process.stderr.write(`a release of ${images} graphs, and its warehouse\n`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await synthesize({ images, seed: SEED, out: release, workers: availableParallelism() });
  const metadata = join(release, 'mimic-cxr-jpg', 'mimic-cxr-2.0.0-metadata.csv.gz');
  const building = join(folder, 'building');
  await measure([
    process.execPath,
    cli,
    'build',
    release,
    '--out',
    building,
    '--mimic-metadata',
    metadata,
    '--quiet',
  ]);
  renameSync(building, made);
  rmSync(release, { recursive: true });
  return made;
}
