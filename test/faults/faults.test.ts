import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import test from 'ava';
import pLimit from 'p-limit';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { publishedAt } from '../../etl/publish/recover.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { ended } from '../helpers/process.js';
import { type Calls, type Fault, faultOf } from './fault.js';
import { stateOf } from './state.js';

/** Builds with faults that `npm test` makes; `npm run test:faults -- --builds 2000` makes more, `-- --seed N` makes one again. */
const FEW = 8;

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { builds: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
  strict: false,
});
const from = Number(values.seed ?? values.from ?? 1);
const builds = values.seed === undefined ? Number(values.builds ?? FEW) : 1;

const cli = projectFile('dist', 'imagenome', 'cli.js');
const inject = projectFile('dist', 'test', 'faults', 'inject.js');

/** What every fault is tried on: an earlier warehouse, the input of the new one, and how both look when they are whole. */
let made: { folder: string; earlier: string; input: string; calls: Calls; old: string; new: string };

async function writeRelease(folder: string, prefix: string): Promise<string> {
  const images = [0, 1, 2, 3, 4, 5].map((number) => {
    const [image_id, patient_id] = [`${prefix}${number}`, 10000001 + 1000000 * (number % 3)];
    const study_id = 50000001 + number;
    const graph = graphOf({
      ...{ image_id, patient_id, study_id },
      objects: [objectOf({ object_id: `${image_id}_right lung` })],
      attributes: [attributesOf({ phrase_IDs: [`${study_id}|10`] })],
      relationships: number > 2 ? [relationshipOf({ subject_id: `${image_id}_right lung` })] : [],
    });
    return { image_id, patient_id, study_id, graph };
  });
  const rows = images.map(
    ({ image_id, patient_id, study_id }) => `${patient_id},${study_id},${image_id},AP,files/x\n`,
  );
  return writeFiles(folder, {
    ...Object.fromEntries(
      images.map(({ image_id, graph }) => [`silver_dataset/scene_graph/${image_id}_SceneGraph.json`, graph]),
    ),
    'silver_dataset/splits/train.csv': `subject_id,study_id,dicom_id,ViewPosition,path\n${rows.join('')}`,
    'silver_dataset/splits/images_to_avoid.csv': 'dicom_id\nz9\n',
  });
}

function run(out: string, workers: number, env: Record<string, string>) {
  const args = [
    ...['build', made.input, '--out', out, '--workers', String(workers), '--derived', 'none', '--quiet'],
  ];
  const node = Object.keys(env).length > 0 ? ['--import', inject] : [];
  return ended(spawn(process.execPath, [...node, cli, ...args], { env: { ...process.env, ...env } }));
}

test.before(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'imagenome-faults-'));
  const earlier = join(folder, 'earlier');
  const first = await writeRelease(join(folder, 'first'), 'a');
  await build({ input: first, out: earlier, workers: 1, derived: 'none' });
  const input = await writeRelease(join(folder, 'second'), 'b');
  made = { folder, earlier, input, calls: {}, old: await stateOf(earlier), new: '' };
  const out = join(folder, 'counted', 'warehouse');
  await mkdir(join(folder, 'counted'));
  await cp(earlier, out, { recursive: true });
  const counts = join(folder, 'calls');
  const { code, stderr } = await run(out, 1, { IMAGENOME_CALLS: counts, PATH: '' });
  if (code !== 0) throw new Error(stderr);
  const calls = (await readFile(counts, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  made = { ...made, calls: Object.assign({}, ...calls), new: await stateOf(out) };
});

test.after.always(() => rm(made.folder, { recursive: true, force: true }));

/** Builds with a fault, and gives what is not as promised. */
async function tried(fault: Fault): Promise<string[]> {
  const folder = join(made.folder, String(fault.seed));
  const out = join(folder, 'warehouse');
  await mkdir(folder);
  if (fault.hasEarlier) await cp(made.earlier, out, { recursive: true });
  const wrong: string[] = [];
  const expect = (holds: boolean, what: string) => holds || wrong.push(what);
  const before = fault.hasEarlier ? made.old : 'nothing';
  const { code, signal, stderr } = await run(out, fault.workers, {
    IMAGENOME_FAULT: JSON.stringify(fault),
    ...(!fault.canExchange && { PATH: '' }),
  });
  const state = await stateOf(await publishedAt(out));
  const isNew = state === made.new;
  if (signal === 'SIGKILL') expect(isNew || state === before, 'neither the old nor the new one is whole');
  else {
    expect(signal === null, `ended by ${signal}`);
    const isDone = code === 0;
    const saysPublished = /the new (folder|warehouse) (is|was) published/i.test(stderr);
    expect([0, 1, 129, 130, 143].includes(code!), `exit code ${code}`);
    expect(
      isDone || saysPublished ? isNew : state === before,
      `exit code ${code}, and the ${isNew ? 'new' : state === before ? 'old' : 'broken'} one is there`,
    );
    expect(isDone || stderr !== '', 'no message');
    expect(!/^\s+at /m.test(stderr), 'a stack');
  }
  const left = (await readdir(folder)).filter((name) => name !== 'warehouse');
  const mayLeave =
    signal === 'SIGKILL' ||
    /the earlier one not back/.test(stderr) || // the lock says whose the folder is that waits to be put back
    /\.(rm|rmSync|readdirSync|readFileSync|openSync|closeSync|fstatSync|lstatSync)$/.test(fault.call);
  expect(mayLeave || left.length === 0, `left ${left.join(', ')}`);
  if (wrong.length === 0 && (left.length > 0 || fault.seed % 8 === 0)) {
    const next = await run(out, 1, {});
    expect(
      next.code === 0 && (await stateOf(out)) === made.new,
      `the next build does not heal: ${next.stderr}`,
    );
    const still = await readdir(folder);
    expect(still.length === 1, `the next build leaves ${still.join(', ')}`);
  }
  await rm(folder, { recursive: true });
  return wrong.map((what) => `${what}\n${stderr}`);
}

test('whatever fails at whatever moment: the old or the new warehouse is whole, the exit code is true, the next build heals', async (t) => {
  t.true(Object.keys(made.calls).length > 25, 'calls of both threads are known');
  t.true(Object.keys(made.calls).some((call) => call.startsWith('worker.')));
  const limit = pLimit(2);
  const seen = new Map<string, number>();
  const failed: string[] = [];
  const seeds = Array.from({ length: builds }, (_, i) => from + i);
  await Promise.all(
    seeds.map((seed) =>
      limit(async () => {
        const fault = faultOf(seed, made.calls);
        const key = [fault.call, fault.effect.kind].join(' ');
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const wrong = await tried(fault);
        if (wrong.length > 0) {
          failed.push(
            `${wrong.join('\n')}\n${JSON.stringify(fault)}\nAgain: npm run test:faults -- --seed ${seed}`,
          );
        }
      }),
    ),
  );
  t.true(failed.length === 0, `${failed.length} of ${builds} builds:\n${failed.join('\n\n')}`);
  t.log(`${builds} builds, ${seen.size} kinds of faults at ${Object.keys(made.calls).length} calls`);
});
