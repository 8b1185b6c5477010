import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { GraphRef, Input } from '../etl/discover/input.js';
import type { GraphHead } from '../etl/plan/identify.js';
import { makePlan, type Plan } from '../etl/plan/plan.js';
import { planDigest } from '../etl/shards/plan_digest.js';

// The plan of so many graphs, made for real of simulated heads, with its memory: all at once, or by ranges of patients, one for each of
// the ten patient groups, in which chunks never span two. Names, sizes and identities have the lengths of those in the zip of the
// release; a patient has four images. `node --max-old-space-size=8000 dist/bench/scale_plan.js --heads 24000000 --ranges 10`

const { values } = parseArgs({
  options: { heads: { type: 'string', default: '24000000' }, ranges: { type: 'string', default: '10' } },
});
const count = Number(values.heads);
const ranges = Number(values.ranges);
/** Graphs of a patient group. */
const OF_GROUP = Math.ceil(count / 10);
const started = performance.now();
let peak = 0;
let chunks = 0;

for (let range = 0; range < ranges; range++) {
  const own = Math.ceil(count / ranges);
  const plan = await planOf(range * own, Math.min((range + 1) * own, count));
  chunks += plan.chunks.length;
  const digest = planDigest(plan).slice(0, 12);
  look();
  const { user, system } = process.cpuUsage();
  const taken = `${((performance.now() - started) / 1000).toFixed(0)} s, ${((user + system) / 1e6).toFixed(0)} CPU s`;
  process.stdout.write(
    `range ${range + 1} of ${ranges}: ${plan.graphs} graphs, ${chunks} chunks until now, digest ${digest}; ${taken}, ${(peak / 1e9).toFixed(2)} GB at most\n`,
  );
}

function look(): void {
  peak = Math.max(peak, process.memoryUsage().rss);
}

async function planOf(first: number, end: number): Promise<Plan> {
  const refs: GraphRef[] = [];
  for (let i = first; i < end; i++) {
    const hex = createHash('md5').update(String(i)).digest('hex');
    const name = Buffer.from(`scene_graph/${imageIdOf(hex)}_SceneGraph.json`).toString('latin1');
    refs.push({ name, offset: i * 2000, size: 1900, declared: { size: 42_000, crc32: i, isDeflated: true } });
  }
  refs.sort((a, b) => (a.name < b.name ? -1 : 1));
  look();
  const input: Input = {
    location: { kind: 'zip', path: 'scene_graph.zip', source: 'scene_graph.zip' },
    ...{ refs, rejected: [], skipped: [] },
  };
  return makePlan(input, async (refs) => refs.map(headOf), look);
}

/** What a worker gives of a graph, its texts copied as they are from a worker. */
function headOf({ name, offset }: GraphRef): GraphHead {
  const i = offset / 2000;
  const group = Math.floor(i / OF_GROUP);
  const patient = Math.floor((i % OF_GROUP) / 4);
  return {
    image_id: Buffer.from(name.slice(12, 56)).toString('latin1'),
    patient_id: 10_000_000 + group * 1_000_000 + ((patient * 7_919) % 1_000_000),
    study_id: 50_000_000 + Math.floor(i / 2),
    study_order: (i % 4) + 1,
    stamp: Buffer.from(`42000-${i}-8-${(i * 2_654_435) % 4_294_967_296}`).toString('latin1'),
  };
}

function imageIdOf(hex: string): string {
  return `${[0, 8, 16, 24].map((at) => hex.slice(at, at + 8)).join('-')}-00000000`;
}
