import { writeFileSync } from 'node:fs';
import { textTable } from '../etl/commands/text_table.js';
import { UserError } from '../etl/error.js';
import { compare } from './compare.js';
import { fingerprintOf } from './fingerprint.js';
import { runFull } from './full.js';
import { describeHost } from './host.js';
import { methods } from './methods.js';
import { type BenchOptions, help, readOptions } from './options.js';
import { preparePython, python } from './python.js';
import { type MethodRuns, outputOf, runInTurn } from './round.js';
import { type Summary, summarize } from './summary.js';

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options);
  else process.stdout.write(`${help}\n`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = error.exitCode;
}

async function run(options: BenchOptions): Promise<void> {
  const chosen = methods.filter(({ name }) => options.only.includes(name));
  if (!options.full && chosen.some((method) => method.command('', '')[0] === python())) preparePython();
  const host = await describeHost();
  const report = options.full
    ? { full: await runEach(options.sizes) }
    : { results: await runSizes(chosen, options) };
  process.stdout.write(`${JSON.stringify(host)}\n`);
  writeFileSync(options.out, `${JSON.stringify({ host, ...report }, null, 2)}\n`);
  process.stdout.write(`figures: ${options.out}\n`);
}

async function runEach(sizes: readonly number[]) {
  const runs: Awaited<ReturnType<typeof runFull>>[] = [];
  for (const size of sizes) runs.push(await runFull(size));
  return runs;
}

async function runSizes(chosen: typeof methods, options: BenchOptions): Promise<Summary[]> {
  const all: Summary[] = [];
  for (const size of options.sizes) {
    const { corpus, results } = await runInTurn(chosen, size, options);
    const summaries = summarize(corpus, results, await compareOutputs(results));
    process.stdout.write(show(summaries));
    for (const { method, failure } of results)
      if (failure) process.stdout.write(`${method.name} failed: ${failure}\n`);
    all.push(...summaries);
  }
  return all;
}

/** Compares each deliverable with the first one, which is ours unless it was not asked for. */
async function compareOutputs(results: readonly MethodRuns[]): Promise<Map<string, string>> {
  const sound = results.filter(({ runs, failure }) => runs.length > 0 && !failure);
  const delivering = sound.map(({ method }) => method).filter(({ delivers }) => delivers);
  const found = new Map<string, string>();
  const [first, ...others] = delivering;
  if (!first) return found;
  const expected = await fingerprintOf(outputOf(first));
  found.set(first.name, 'reference');
  for (const method of others)
    found.set(method.name, compare(expected, await fingerprintOf(outputOf(method))));
  return found;
}

function show(summaries: readonly Summary[]): string {
  const header = ['method', 'input', 'median s', 'spread', 'graphs/s', 'MB/s', 'CPU s', 'peak MB', '× SQL'];
  const rows = summaries.map((summary) => [
    summary.title,
    summary.input,
    summary.median.toFixed(2),
    summary.runs.length === 1 ? 'one run' : `${summary.least.toFixed(2)}–${summary.most.toFixed(2)}`,
    summary.graphs_per_second.toFixed(0),
    summary.mb_per_second.toFixed(1),
    summary.cpu_seconds.toFixed(1),
    (summary.peak_bytes / 1e6).toFixed(0),
    summary.ratio_to_sql?.toFixed(2) ?? '',
    summary.output,
  ]);
  return `\n${summaries[0]?.graphs} graphs\n${textTable([...header, 'output'], rows)}`;
}
