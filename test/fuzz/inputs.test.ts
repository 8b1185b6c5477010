import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { discover } from '../../etl/discover/index.js';
import { openReader } from '../../etl/discover/reader.js';
import { locateRelease } from '../../etl/discover/release.js';
import { UserError } from '../../etl/error.js';
import { Chunk } from '../../etl/fast_path/chunk.js';
import { FastPath } from '../../etl/fast_path/fast_path.js';
import { releaseTables } from '../../etl/load/input_files.js';
import { identify } from '../../etl/plan/identify.js';
import { makePlan } from '../../etl/plan/plan.js';
import { Random } from '../../etl/synth/random.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { readTextTable } from '../../etl/text_tables/index.js';
import { TempFolder } from '../../etl/warehouse/temp_folder.js';
import { mutant } from '../fast_path/mutants.js';
import { type Json, shortened, soundGraphs } from '../fast_path/sound_graphs.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Hostile inputs; `npm run test:fuzz:inputs -- --count 20000` tries more. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  strict: false,
});
const [COUNT, SEED] = [Number(values.count), Number(values.seed)];

/** Graphs of one input, and seconds after which one counts as hanging. */
const BATCH = 50;
const LONGEST = 60;

const sound = soundGraphs(12).map((graph) => shortened(graph));
const fastPath = new FastPath();

/** A graph of an image of its own, damaged in its values, its structure or its bytes. */
function hostile(seed: number): Buffer {
  const original = sound[seed % sound.length]!;
  const renamed = JSON.parse(
    JSON.stringify(original).replaceAll(String(original.image_id), `i${seed}`),
  ) as Json;
  const bytes = mutant(renamed, seed);
  const random = new Random(seed);
  return random.chance(0.5) ? bytes : damaged(bytes, random, random.whole(1, 4));
}

/** Bytes of which some are others, missing, or twice there. */
function damaged(bytes: Buffer, random: Random, times: number): Buffer {
  let other = bytes;
  for (let i = 0; i < times; i++) {
    const [from, length] = [random.whole(0, other.length), random.whole(0, 20)];
    const piece = random.pick([
      Buffer.alloc(0),
      Buffer.from([random.whole(0, 255)]),
      other.subarray(from, from + 2 * length),
      Buffer.from(random.pick(['[', '{', '}', ']', '"', '\\', '\n', ',', '"image_id":', '\u0000', '\ufeff'])),
    ]);
    other = Buffer.concat([other.subarray(0, from), piece, other.subarray(from + length)]);
  }
  return other;
}

function zipOf(path: string, members: readonly (readonly [string, Buffer])[]): void {
  const zip = new ZipWriter(path);
  for (const [name, bytes] of members)
    zip.add({ name, packed: deflateRawSync(bytes, { level: 1 }), size: bytes.length, crc32: crc32(bytes) });
  zip.end();
}

type Write = (folder: string, graphs: readonly Buffer[]) => Promise<string>;
const named = (graphs: readonly Buffer[]) =>
  graphs.map((bytes, i) => [`${i}_SceneGraph.json`, bytes] as const);
const asFile =
  (name: string, contentOf: (graphs: readonly Buffer[]) => Buffer): Write =>
  async (folder, graphs) => {
    await writeFile(join(folder, name), contentOf(graphs));
    return join(folder, name);
  };
const joined = (graphs: readonly Buffer[], separator: string) =>
  Buffer.concat(graphs.flatMap((bytes) => [bytes, Buffer.from(separator)]));

const forms: Record<string, Write> = {
  folder: async (folder, graphs) => {
    for (const [name, bytes] of named(graphs)) await writeFile(join(folder, name), bytes);
    return folder;
  },
  zip: async (folder, graphs) => {
    zipOf(join(folder, 'graphs.zip'), named(graphs));
    return join(folder, 'graphs.zip');
  },
  release: async (folder, graphs) => {
    await mkdir(join(folder, 'silver_dataset'));
    zipOf(join(folder, 'silver_dataset', 'scene_graph.zip'), named(graphs));
    return folder;
  },
  lines: asFile('graphs.jsonl', (graphs) => joined(graphs, '\n')),
  packed: asFile('graphs.jsonl.gz', (graphs) => gzipSync(joined(graphs, '\n'), { level: 1 })),
  array: asFile('graphs.json', (graphs) =>
    Buffer.from(`[${joined(graphs, ',\n').toString('latin1')}{}]`, 'latin1'),
  ),
};

/** Graphs that were found in an input, and what became of each. */
async function accounted(input: string, tempFolder: string) {
  await using temp = await TempFolder.create(tempFolder);
  const found = await discover(await locateRelease(input), temp.path);
  const reader = openReader(found.location);
  try {
    const plan = await makePlan(
      found,
      async (refs) => refs.map((ref) => identify(reader, ref)),
      () => {},
    );
    let [loaded, quarantined] = [0, plan.rejected.reduce((sum, { graphs }) => sum + graphs, 0)];
    for (const { graphs } of plan.chunks) {
      const chunk = new Chunk(true, fastPath);
      for (const graph of graphs)
        chunk.add(() => reader.read(graph.ref), { source: graph.ref.name, member: null }, graph);
      const tables = chunk.finish();
      loaded += tables.get('images')!.numRows;
      const pointers = tables.get('quarantine')!.getChild('json_pointer')!;
      quarantined += [...pointers].filter((pointer) => pointer === '').length;
    }
    const repeated = plan.issues.filter(({ issue }) => issue.code === 'repeated_image').length;
    return { found: found.refs.length + found.rejected.length, loaded, quarantined, repeated };
  } finally {
    reader.close();
  }
}

/** Runs one input, and expects that all of it is accounted for, or that it is refused with a message. */
async function expectAccounted(t: ExecutionContext, input: string, folder: string, about: string) {
  const started = performance.now();
  let counts: Awaited<ReturnType<typeof accounted>> | undefined;
  try {
    counts = await accounted(input, join(folder, 'temp'));
    const { found, loaded, quarantined, repeated } = counts;
    t.is(loaded + quarantined + repeated, found, about);
  } catch (error) {
    t.true(error instanceof UserError, `${about}: ${(error as Error).stack}`);
  }
  t.true(performance.now() - started < LONGEST * 1000, `${about} takes long`);
  return counts;
}

for (const [place, [form, write]] of Object.entries(forms).entries()) {
  const batches = Math.max(1, Math.ceil((0.75 * COUNT) / BATCH / Object.keys(forms).length));
  test(`hostile graphs are accounted for: ${form}`, async (t) => {
    t.timeout(3_600_000);
    const root = await temporaryFolder(t);
    let loaded = 0;
    for (let batch = 0; batch < batches; batch++) {
      const seed = SEED * 1_000_003 + (place * batches + batch) * BATCH;
      const folder = join(root, `${batch}`);
      await mkdir(folder);
      const input = await write(
        folder,
        Array.from({ length: BATCH }, (_, i) => hostile(seed + i)),
      );
      loaded += (await expectAccounted(t, input, root, `${form}, seed ${seed}`))?.loaded ?? 0;
      await rm(folder, { recursive: true });
      await rm(join(root, 'temp'), { recursive: true, force: true });
    }
    t.true(loaded > batches, `${loaded} graphs were loaded`);
  });
}

test('damaged archives and packed bundles are accounted for, or refused', async (t) => {
  t.timeout(3_600_000);
  const root = await temporaryFolder(t);
  const graphs = sound.slice(0, 8).map((graph) => Buffer.from(JSON.stringify(graph)));
  zipOf(join(root, 'sound.zip'), named(graphs));
  const { readFile } = await import('node:fs/promises');
  const zip = await readFile(join(root, 'sound.zip'));
  const packed = gzipSync(joined(graphs, '\n'));
  const directory = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  let refused = 0;
  for (let i = 0; i < COUNT / 8; i++) {
    const random = new Random(SEED * 7919 + i);
    const isZip = i % 4 !== 0;
    // Half of the damage is in the directory, which decides what the members are.
    const cut = isZip && random.chance(0.5) ? Math.max(0, directory - 600) : 0;
    const from = isZip ? zip : packed;
    const bytes = Buffer.concat([
      from.subarray(0, cut),
      damaged(from.subarray(cut), random, random.whole(1, 3)),
    ]);
    const input = join(root, isZip ? 'graphs.zip' : 'graphs.jsonl.gz');
    await writeFile(input, bytes);
    if (!(await expectAccounted(t, input, root, `archive ${i}, seed ${SEED}`))) refused++;
    await rm(join(root, 'temp'), { recursive: true, force: true });
    await rm(input);
  }
  t.true(refused < COUNT / 8, `${refused} were refused`);
});

test('damaged text tables are accounted for, line by line', async (t) => {
  t.timeout(3_600_000);
  const root = await temporaryFolder(t);
  await using temp = await TempFolder.create(join(root, 'temp'));
  const tables = {
    sentences: `subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence\n${'10000001\t50000001\t3\t50000001|3\tfinalreport\tThe "lungs" are clear.\n'.repeat(20)}`,
    split_train: `subject_id,study_id,dicom_id,ViewPosition,path\n${'10000001,50000001,a1,AP,files/p10/a1.dcm\n'.repeat(20)}`,
  };
  for (let i = 0; i < COUNT / 8; i++) {
    const random = new Random(SEED * 104_729 + i);
    const id = random.pick(Object.keys(tables)) as keyof typeof tables;
    const bytes = damaged(Buffer.from(tables[id]), random, random.whole(1, 6));
    const path = join(root, 'table.csv');
    await writeFile(path, random.chance(0.2) ? gzipSync(bytes) : bytes);
    const sink = { issue: () => {}, reject: () => {} };
    const options = { name: id, tempFolder: temp.path, sink, withText: random.chance(0.7) };
    const read = await readTextTable(path, releaseTables[id]!, options);
    if (!read) continue;
    const { lines, header, blank, continuation } = read.counts;
    t.is(lines, header + blank + continuation + read.spool.rows + read.diagnostics.rejected, `${id} ${i}`);
    read.spool.remove();
  }
});
