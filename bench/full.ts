import { rmSync } from 'node:fs';
import { textTable } from '../etl/commands/text_table.js';
import { corpusOf } from './corpus.js';
import { measure } from './measure.js';
import { methods } from './methods.js';
import { outputOf } from './round.js';

/** What is compared at full size: each once, as the SQL holds the whole input in memory (7.6 GB) and takes as long as many rounds. */
const COMPARED = ['ours-zip', 'ours-derived', 'sql-zip'];

/** Builds once by each method from one zip of that many graphs, and shows the memory over time. */
export async function runFull(graphs: number) {
  const corpus = await corpusOf(graphs, ['zip']);
  const results: FullRun[] = [];
  for (const name of COMPARED) {
    process.stderr.write(`${graphs} graphs: ${name}\n`);
    results.push(await runOnce(name, corpus.zip));
    show(results.at(-1)!, graphs, corpus.bytes);
  }
  return { graphs, bytes: corpus.bytes, results };
}

async function runOnce(name: string, zip: string) {
  const method = methods.find((each) => each.name === name)!;
  const out = outputOf(method);
  rmSync(out, { recursive: true, force: true });
  const { seconds, cpu_seconds, peak_bytes, memory } = await measure(method.command(zip, out));
  return { name, seconds, cpu_seconds, peak_bytes, memory };
}

type FullRun = Awaited<ReturnType<typeof runOnce>>;

function show({ name, seconds, cpu_seconds, peak_bytes, memory }: FullRun, graphs: number, bytes: number) {
  const twentieths = memory.filter((_, i) => i % Math.ceil(memory.length / 20) === 0);
  const rows = twentieths.map(({ second, bytes }) => [`${second} s`, `${(bytes / 1e6).toFixed(0)} MB`]);
  const rate = `${(graphs / seconds).toFixed(0)} graphs/s, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
  process.stdout.write(
    `\n${name}: ${graphs} graphs, ${(bytes / 1e9).toFixed(2)} GB of JSON, from one zip: ${seconds.toFixed(1)} s, ` +
      `${rate}, ${cpu_seconds.toFixed(1)} s of CPU, peak ${(peak_bytes / 1e6).toFixed(0)} MB\n` +
      textTable(['after', 'resident'], rows),
  );
}
