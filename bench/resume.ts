import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';
import { type Measurement, measure } from './measure.js';

// What a build costs that goes on from an earlier one, next to a whole one: nothing changed, ten graphs changed, killed when such a
// share of the roll-ups was stored, before which half of the CPU time is over: at 0.8 nine tenths of it are.

const { values } = parseArgs({
  options: { size: { type: 'string', default: '25000' }, killed: { type: 'string', default: '0.8' } },
});
const input = cached('resume-input');
const out = cached('out-resume');
const command = [process.execPath, projectFile('dist', 'imagenome', 'cli.js'), 'build', input, '--out', out];
const run = () => measure([...command, '--quiet']);

const { files } = await corpusOf(Number(values.size), ['files']);
for (const path of [input, out]) rmSync(path, { recursive: true, force: true });
cpSync(files, input, { recursive: true });
const graphs = readdirSync(input, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();

const whole = await run();
const rows: string[][] = [row('whole', whole)];
rows.push(row('nothing has changed', await run()));
change(graphs.filter((_, i) => i % Math.ceil(graphs.length / 10) === 0));
rows.push(row('ten graphs have changed, of as many patients', await run()));
change(ofOneChunk());
rows.push(row('ten graphs have changed, of neighboring patients', await run()));
rmSync(out, { recursive: true });
await killedAt(Number(values.killed));
rows.push(row(`killed when ${Number(values.killed) * 100} % of the roll-ups were stored`, await run()));
process.stdout.write(textTable(['build', 's', 'CPU s', '% of the CPU time', 'chunks used again'], rows));
for (const path of [input, out]) rmSync(path, { recursive: true });

function row(name: string, { seconds, cpu_seconds, output }: Measurement): string[] {
  const share = (100 * cpu_seconds) / whole.cpu_seconds;
  const [, reused = ''] = /flattened them: (.+) chunks/.exec(output) ?? [];
  return [name, seconds.toFixed(1), cpu_seconds.toFixed(1), share.toFixed(0), reused];
}

/** Takes the last entry of `attributes` out of some graphs. */
function change(names: readonly string[]): void {
  for (const name of names) {
    const graph = JSON.parse(readFileSync(join(input, name), 'utf8'));
    graph.attributes.pop();
    writeFileSync(join(input, name), JSON.stringify(graph));
  }
}

/** Ten graphs of patients whose ids have the same first four digits. */
function ofOneChunk(): string[] {
  const found: string[] = [];
  for (const name of graphs) {
    const { patient_id } = JSON.parse(readFileSync(join(input, name), 'utf8'));
    if (String(patient_id).startsWith('1500') && found.push(name) === 10) break;
  }
  return found;
}

async function killedAt(share: number): Promise<void> {
  const child = spawn(command[0]!, [...command.slice(1), '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const { stage, done, total } = JSON.parse(line);
    if (stage === 'derive' && done >= share * total) child.kill('SIGKILL');
  }
  await ended;
}
