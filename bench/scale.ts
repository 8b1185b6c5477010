import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';
import { type Measurement, measure } from './measure.js';

// What a build in shards costs next to one build, in CPU seconds, from one zip; and whether it gives the same Parquet files.

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '25000,100000,243310' },
    shards: { type: 'string', default: '1,2,4' },
    derived: { type: 'string', default: 'all' },
  },
});
const numbers = (text: string) => text.split(',').map(Number);
const command = [process.execPath, projectFile('dist', 'imagenome', 'cli.js')];
const out = cached('out-scale');
const whole = join(out, 'whole');
const joined = join(out, 'joined');

const rows: string[][] = [];
for (const graphs of numbers(values.size)) {
  const { zip } = await corpusOf(graphs, ['zip']);
  rmSync(out, { recursive: true, force: true });
  const options = ['--quiet', '--derived', values.derived];
  const single = await measure([...command, 'build', zip, '--out', whole, ...options]);
  rows.push(row(graphs, 'one build', [single], undefined, single));
  for (const n of numbers(values.shards)) {
    const folders = Array.from({ length: n }, (_, i) => join(out, `shard-${i + 1}-of-${n}`));
    const shards: Measurement[] = [];
    for (const [i, folder] of folders.entries()) {
      const place = ['--shard', `${i + 1}/${n}`];
      shards.push(await measure([...command, 'build', zip, ...place, '--out', folder, ...options]));
    }
    const assembly = await measure([...command, 'assemble', ...folders, '--out', joined, '--quiet']);
    if (sums(joined) !== sums(whole)) throw new Error(`${n} shards: expected the Parquet files of one build`);
    rows.push(row(graphs, n === 1 ? '1 shard' : `${n} shards`, shards, assembly, single));
    for (const folder of [...folders, joined]) rmSync(folder, { recursive: true });
    process.stderr.write(`${rows.at(-1)!.join(' | ')}\n`);
  }
}
rmSync(out, { recursive: true });
const heads = [
  'graphs',
  'build',
  'CPU s',
  'of one build',
  'ms per graph',
  'largest shard CPU s',
  'its peak MB',
];
process.stdout.write(textTable([...heads, 'assemble CPU s', 'its peak MB'], rows));

function row(
  graphs: number,
  name: string,
  parts: readonly Measurement[],
  assembly: Measurement | undefined,
  single: Measurement,
): string[] {
  const cpu = parts.reduce((sum, one) => sum + one.cpu_seconds, assembly?.cpu_seconds ?? 0);
  const peak = (of: readonly Measurement[]) =>
    (Math.max(...of.map((one) => one.peak_bytes)) / 1e6).toFixed(0);
  return [
    graphs.toLocaleString('en'),
    name,
    cpu.toFixed(1),
    `${((100 * cpu) / single.cpu_seconds).toFixed(0)} %`,
    ((1000 * cpu) / graphs).toFixed(2),
    Math.max(...parts.map((one) => one.cpu_seconds)).toFixed(1),
    peak(parts),
    assembly?.cpu_seconds.toFixed(1) ?? '',
    assembly ? peak([assembly]) : '',
  ];
}

/** The checksums of the Parquet files of a warehouse. */
function sums(folder: string): string {
  const lines = readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8').split('\n');
  return lines.filter((line) => line.includes('  parquet/')).join('\n');
}
