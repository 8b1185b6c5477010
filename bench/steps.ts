import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { textTable } from '../etl/commands/text_table.js';
import { LARGEST_CHUNK } from '../etl/plan/chunks.js';
import { corpusOf } from './corpus.js';
import { Graphs } from './graphs.js';
import { describeHost } from './host.js';
import { spendCarefully, spendOn } from './step_round.js';
import { median } from './summary.js';

// CPU time that each step of a build takes for a graph, one after the other in this process: without start, threads
// and waiting. What the garbage collector and the compiler do meanwhile is in it.

const CHUNKS = 3;
/** Rounds until what runs often is compiled, and rounds that count. */
const [WARM_UP, ROUNDS] = [4, 7];

const { values } = parseArgs({
  options: { input: { type: 'string', default: 'files' }, out: { type: 'string' } },
});
const form = values.input === 'zip' ? 'zip' : 'files';
const corpus = await corpusOf(5000, [form]);
const graphs = await Graphs.open(corpus[form], CHUNKS * LARGEST_CHUNK);
const rounds: Map<string, number>[] = [];
/** What the careful path would take instead of the fast one: no part of the sum. */
const carefulRounds: Map<string, number>[] = [];
for (let i = 0; i < WARM_UP + ROUNDS; i++) {
  const spent = await spendOn(graphs);
  const spentCarefully = await spendCarefully(graphs);
  if (i < WARM_UP) continue;
  rounds.push(spent);
  carefulRounds.push(spentCarefully);
}
const steps = ofOneGraph(rounds);
const careful = ofOneGraph(carefulRounds);
const all = { step: 'all', microseconds: steps.reduce((sum, { microseconds }) => sum + microseconds, 0) };
const rows = [...steps, all, ...careful].map(({ step, microseconds }) => [step, microseconds.toFixed(1)]);
process.stdout.write(`\nfrom ${form}\n${textTable(['step', 'CPU µs a graph'], rows)}`);
if (values.out) {
  const report = { host: await describeHost(), input: form, steps, careful };
  writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
}

/** The median of each step, of one graph. */
function ofOneGraph(spent: readonly ReadonlyMap<string, number>[]) {
  return [...spent[0]!.keys()].map((step) => ({
    step,
    microseconds: median(spent.map((round) => round.get(step)!)) / (CHUNKS * LARGEST_CHUNK),
  }));
}
