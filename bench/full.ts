import { rmSync } from 'node:fs';
import { textTable } from '../etl/commands/text_table.js';
import { corpusOf } from './corpus.js';
import { measure } from './measure.js';
import { methods } from './methods.js';
import { outputOf } from './round.js';

/** Builds once from one zip of that many graphs and shows the memory over time. */
export async function runFull(graphs: number) {
  const method = methods.find(({ name }) => name === 'ours-zip')!;
  const corpus = await corpusOf(graphs, ['zip']);
  const out = outputOf(method);
  rmSync(out, { recursive: true, force: true });
  const { seconds, cpu_seconds, peak_bytes, memory } = await measure(method.command(corpus.zip, out));
  const twentieths = memory.filter((_, i) => i % Math.ceil(memory.length / 20) === 0);
  const rows = twentieths.map(({ second, bytes }) => [`${second} s`, `${(bytes / 1e6).toFixed(0)} MB`]);
  const rate = `${(graphs / seconds).toFixed(0)} graphs/s, ${(corpus.bytes / 1e6 / seconds).toFixed(1)} MB/s`;
  process.stdout.write(
    `\n${graphs} graphs, ${(corpus.bytes / 1e9).toFixed(2)} GB of JSON, from one zip: ${seconds.toFixed(1)} s, ` +
      `${rate}, ${cpu_seconds.toFixed(1)} s of CPU, peak ${(peak_bytes / 1e6).toFixed(0)} MB\n` +
      textTable(['after', 'resident'], rows),
  );
  return { graphs, bytes: corpus.bytes, seconds, cpu_seconds, peak_bytes, memory };
}
