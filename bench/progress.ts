import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';

/** What the progress of a build promised at one moment. Times in seconds from the start. */
interface Promised {
  readonly share: number;
  readonly seconds: number;
  readonly estimated_total: number;
}

/** An estimate should not be further off than this, once a tenth of the graphs is done. */
const GOAL = 1.3;

const { values } = parseArgs({ options: { size: { type: 'string', default: '5000' } } });
const { promised, total } = await watchBuild(Number(values.size));
const due = promised.filter(({ share }) => share >= 0.1);
const worst = Math.max(...due.map(factorOff));
const rows = promised.map((moment) => [
  `${(moment.share * 100).toFixed(0)} %`,
  moment.seconds.toFixed(1),
  moment.estimated_total.toFixed(1),
  factorOff(moment).toFixed(2),
]);
process.stdout.write(textTable(['done', 'at s', 'estimated total s', 'factor off'], rows));
process.stdout.write(
  `took ${total.toFixed(1)} s; after a tenth the estimate was off by a factor of at most ${worst.toFixed(2)} ` +
    `(goal ${GOAL}: ${worst <= GOAL ? 'reached' : 'missed'})\n`,
);

/** Builds from loose files and gathers what the events of the longest stage said of the time left. */
async function watchBuild(graphs: number): Promise<{ promised: Promised[]; total: number }> {
  const { files } = await corpusOf(graphs, ['files']);
  const out = cached('out-progress');
  rmSync(out, { recursive: true, force: true });
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const build = [projectFile('dist', 'imagenome', 'cli.js'), 'build', files, '--out', out, '--json'];
  const child = spawn(process.execPath, build, { stdio: ['ignore', 'pipe', 'inherit'] });
  const promised: Promised[] = [];
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line);
    if (event.event !== 'progress' || event.stage !== 'flatten') continue;
    const now = seconds();
    promised.push({
      share: event.done / event.total,
      seconds: now,
      estimated_total: now + event.seconds_left,
    });
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the build ended with code ${code}`);
  return { promised, total: seconds() };
}

function factorOff({ estimated_total }: Promised): number {
  return Math.max(estimated_total / total, total / estimated_total);
}
