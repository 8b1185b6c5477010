import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import type { BuildSummary } from '../../etl/build_summary.js';
import { synthesize } from '../../etl/synth/index.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows } from '../helpers/warehouse.js';
import { outcomeOf } from './outcome.js';

/** More of the same, which takes longer: `npm run test:resume`. */
const isLong = process.argv.includes('--all');
const long = isLong ? test : test.skip;

const GRAPHS = join('silver_dataset', 'scene_graph');

/** Bytes of the scene graphs of a release with planted faults, by their path within it. */
const graphs = new Map<string, Buffer>();

test.before(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  await synthesize({ images: 60, seed: 31, out: folder, loose: true, defects: true });
  const names = await readdir(join(folder, GRAPHS), { recursive: true });
  for (const name of names.sort()) {
    const path = join(folder, GRAPHS, name);
    if ((await stat(path).catch(() => undefined))?.isFile()) graphs.set(name, await readFile(path));
  }
  await rm(folder, { recursive: true });
  graphs.set('none_SceneGraph.json', Buffer.from('{'));
  for (const group of ['14', '16']) {
    const [name] = namesOf(group);
    const { objects } = JSON.parse(graphs.get(name!)!.toString());
    graphs.set(name!, changed(name!, { viewpoint: 'LL', objects: [{}, ...objects] }));
  }
});

/** The scene graphs in each form of input. */
const forms: Record<string, (folder: string, graphs: ReadonlyMap<string, Buffer>) => Promise<string>> = {
  /** Only what has changed is written: files are known by their times. */
  folder: async (folder, graphs) => {
    const input = await writeFiles(join(folder, 'graphs'), {});
    for (const [name, bytes] of graphs) {
      const earlier = await readFile(join(input, name)).catch(() => undefined);
      if (!earlier?.equals(bytes)) await writeFiles(input, { [name]: bytes });
    }
    for (const name of await readdir(input, { recursive: true })) {
      const isFile = (await stat(join(input, name))).isFile();
      if (isFile && !graphs.has(name)) await rm(join(input, name));
    }
    return input;
  },
  zip: async (folder, graphs) => {
    const path = join(folder, 'graphs.zip');
    await rm(path, { force: true });
    const zip = new ZipWriter(path);
    for (const [name, bytes] of graphs) {
      zip.add({ name, packed: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) });
    }
    zip.end();
    return path;
  },
  /** One that is put in front moves all others, which then have other numbers in quarantine. */
  lines: async (folder, graphs) => {
    const sorted = [...graphs].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = sorted.map(([, bytes]) => bytes.toString('latin1').replaceAll(/[\r\n]/g, ' '));
    await writeFiles(folder, { 'graphs.jsonl': Buffer.from(`${lines.join('\n')}\n`, 'latin1') });
    return join(folder, 'graphs.jsonl');
  },
};

/** A place of its own for the builds of a test. */
class Place {
  constructor(
    readonly t: ExecutionContext,
    readonly folder: string,
    readonly options: Partial<BuildOptions>,
  ) {}

  static async of(t: ExecutionContext, options: Partial<BuildOptions> = {}): Promise<Place> {
    return new Place(t, await temporaryFolder(t), { workers: 1, ...options });
  }

  get out(): string {
    return join(this.folder, 'warehouse');
  }

  build(input: string, options: Partial<BuildOptions> = {}): Promise<BuildSummary> {
    return build({ ...this.options, input, out: this.out, ...options });
  }

  /** Builds, and expects what a build from scratch gives. */
  async buildAsFromScratch(input: string, options: Partial<BuildOptions> = {}): Promise<BuildSummary> {
    const summary = await this.build(input, options);
    const scratch = join(this.folder, 'scratch');
    await this.build(input, { ...options, out: scratch, reuse: false });
    this.t.deepEqual(await outcomeOf(this.out), await outcomeOf(scratch));
    await rm(scratch, { recursive: true });
    return summary;
  }
}

const isSound = (bytes: Buffer) => {
  try {
    const json = JSON.parse(bytes.toString());
    return json.objects.length > 30 && Number.isInteger(json.patient_id);
  } catch {
    return false;
  }
};

/** Names of sound graphs of one patient group. */
function namesOf(group: string): string[] {
  return [...graphs]
    .filter(
      ([, bytes]) => isSound(bytes) && String(JSON.parse(bytes.toString()).patient_id).startsWith(group),
    )
    .map(([name]) => name);
}

/** A graph with other values. */
const changed = (name: string, values: Json) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(graphs.get(name)!.toString()), ...values }));

/** Changes of the input, each of the one before, and the patient groups that each touches. */
function changes(): {
  readonly name: string;
  readonly groups: number;
  readonly after: Map<string, Buffer>;
}[] {
  const [eleven, fifteen, seventeen] = ['11', '15', '17'].map((group) => namesOf(group)[0]!) as [
    string,
    string,
    string,
  ];
  const after = new Map(graphs);
  const step = (name: string, groups: number, change: () => void) => {
    change();
    return { name, groups, after: new Map(after) };
  };
  const image_id = JSON.parse(graphs.get(fifteen)!.toString()).image_id;
  return [
    step('changed', 1, () => after.set(eleven, changed(eleven, { gender: 'other' }))),
    step('added', 1, () =>
      after.set('new_SceneGraph.json', changed(eleven, { image_id: 'new', patient_id: 19999999 })),
    ),
    // The name decides which of two graphs of an image is loaded.
    step('a duplicate that comes first', 2, () => after.set('!.json', changed(seventeen, { image_id }))),
    step('without it', 2, () => after.delete('!.json')),
    step('removed', 1, () => after.delete(seventeen)),
    step('broken', 1, () => after.set(fifteen, graphs.get(fifteen)!.subarray(0, -1))),
  ];
}

for (const [form, write] of Object.entries(forms)) {
  const isShort = form !== 'zip';
  (isShort ? test : long)(`graphs that change touch their own chunks alone: ${form}`, async (t) => {
    const place = await Place.of(t, { derived: form === 'folder' ? 'all' : 'none' });
    const { chunks, reusedChunks } = await place.build(await write(place.folder, graphs));
    t.is(reusedChunks, 0);
    t.true(chunks >= 9);
    const steps = changes();
    for (const { name, groups, after } of isLong ? steps : [steps.at(form === 'folder' ? 2 : 4)!]) {
      const summary = await place.buildAsFromScratch(await write(place.folder, after));
      t.false(summary.upToDate, name);
      if (isLong && form !== 'lines') t.is(summary.chunks - summary.reusedChunks, groups, name);
      else t.true(summary.reusedChunks >= 4, `${name}: ${summary.reusedChunks}`);
    }
  });
}

/** Small graphs of one patient group, each of a patient of its own; the last two name images of others. */
function neighbors(): Map<string, Json> {
  const named = Array.from({ length: 160 }, (_, i): [string, Json] => {
    const [image_id, study_id] = [`n${i}`, 50000100 + i];
    const attributes = [
      attributesOf({ phrase_IDs: [`${study_id}|10`], object_id: `${image_id}_right lung` }),
    ];
    const previous = ({ 158: 'n7', 159: 'n0' } as Record<number, string>)[i] ?? `m${i}`;
    const relationship_id = `${study_id}|7_50000000_C0225706_${image_id}_${previous}`;
    const ids = {
      subject_id: `${image_id}_right lung`,
      object_id: `${previous}_right lung`,
      relationship_id,
    };
    const values = { attributes, objects: [objectOf()], relationships: [relationshipOf(ids)] };
    return [
      `${image_id}_SceneGraph.json`,
      graphOf({ image_id, study_id, patient_id: 10000100 + i, ...values }),
    ];
  });
  return new Map(named);
}

test('roll-ups of a patient that has changed are computed, and of those who name its images', async (t) => {
  const place = await Place.of(t);
  const given = neighbors();
  const written = () =>
    forms.folder!(
      place.folder,
      new Map([...given].map(([name, json]) => [name, Buffer.from(JSON.stringify(json))])),
    );
  await place.build(await written());
  const first = given.get('n0_SceneGraph.json')!;
  given.set('n0_SceneGraph.json', { ...first, StudyDateTime: '2151-01-01 10:00:00 UTC' });
  given.delete('n7_SceneGraph.json');
  const { image_id, patient_id, ...others } = given.get('n9_SceneGraph.json')!;
  given.set('m3_SceneGraph.json', { ...others, image_id: 'm3', patient_id: 10000999 });
  await place.buildAsFromScratch(await written());
  const rows = await tableRows(place.out, 'comparisons');
  const previous = (name: string) => rows.find((row) => row.image_id === name)!;
  t.is(previous('n159').previous_study_datetime, '2151-01-01 10:00:00');
  t.false(previous('n3').is_previous_missing);
  t.true(previous('n158').is_previous_missing);
});

/** Ends its process as a power failure would, at the call of this number of one function of the file system. */
const killerAt = (name: string, number: number, argument: string) => `
  import fs from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const original = fs.${name};
  let calls = 0;
  fs.${name} = (...given) => {
    if (String(given[0]).includes('${argument}') && ++calls === ${number}) process.kill(process.pid, 'SIGKILL');
    return original(...given);
  };
  syncBuiltinESMExports();`;

/** Where a build is killed, and how many chunks of ten the next one has not to flatten, at least. */
const kills = [
  { when: 'before the first chunk is listed', kept: 0, killer: killerAt('appendFile', 1, 'journal') },
  { when: 'after the first chunk', kept: 1, killer: killerAt('appendFile', 2, 'journal') },
  { when: 'half way', kept: 4, killer: killerAt('appendFile', 5, 'journal') },
  { when: 'before the roll-ups', kept: 10, killer: killerAt('mkdir', 1, 'derived') },
  { when: 'within the roll-ups', kept: 10, killer: killerAt('appendFile', 40, 'journal') },
  { when: 'before publication', kept: 10, killer: killerAt('writeFile', 1, 'SHA256SUMS') },
];

for (const { when, kept, killer } of kills) {
  const isShort = when === 'half way';
  (isShort ? test : long)(`a build that was killed is taken up by the next: ${when}`, async (t) => {
    const place = await Place.of(t);
    const input = await forms.folder!(place.folder, graphs);
    const preload = `--import=data:text/javascript,${encodeURIComponent(killer)}`;
    const { signal } = await runImagenome(
      ['build', input, '--out', place.out, '--quiet', '--workers', '1'],
      [preload],
    );
    t.is(signal, 'SIGKILL');
    const left = (await readdir(place.folder)).find((name) => name.startsWith('.warehouse.building-'));
    t.is((await stat(join(place.folder, left!))).mode & 0o777, 0o700);
    const words = ['build', input, '--out', place.out, '--json', '--workers', '1'];
    const { stdout } = await runImagenome(words);
    const { chunks, reusedChunks } = JSON.parse(stdout.trim().split('\n').at(-1)!);
    t.is(reusedChunks, Math.min(kept, chunks));
    await runImagenome(['build', input, '--out', join(place.folder, 'scratch'), '--quiet']);
    t.deepEqual(await outcomeOf(place.out), await outcomeOf(join(place.folder, 'scratch')));
    t.deepEqual((await readdir(place.folder)).sort(), ['graphs', 'scratch', 'warehouse']);
  });
}

test('what is up to date is not built again, and says so', async (t) => {
  const place = await Place.of(t, { derived: 'none' });
  const input = await forms.folder!(place.folder, graphs);
  const build = (...options: string[]) =>
    imagenome(
      'build',
      input,
      '--out',
      place.out,
      '--quiet',
      '--derived',
      'none',
      '--workers',
      '1',
      ...options,
    );
  const created = async () => JSON.parse(await readFile(join(place.out, 'manifest.json'), 'utf8')).created;
  const first = await build();
  t.is(first.code, 3);
  const at = await created();
  const second = await build();
  t.regex(second.out, /^\S+ is up to date: \d+ scene graphs and all\sother inputs are as they were/);
  t.is(second.code, first.code, 'a build gives the exit code of what it finds');
  t.is(await created(), at);
  const damages: Record<string, () => Promise<unknown>> = {
    'a file is gone': () => rm(join(place.out, 'parquet', 'regions.parquet')),
    'a further file': () => writeFile(join(place.out, 'parquet', 'images', 'more.parquet'), ''),
    'a small file has changed': () => writeFile(join(place.out, 'NOTICE.txt'), 'mine'),
    'the database has another size': () => writeFile(join(place.out, 'imagenome.duckdb'), ''),
    'no list of chunks': () => rm(join(place.out, 'chunks.json')),
  };
  for (const [name, damage] of Object.entries(damages)) {
    if (!isLong && name !== 'a further file') continue;
    await damage();
    t.notRegex((await build()).out, /up to date/, name);
    t.regex((await build()).out, /up to date/, `${name}: healed`);
  }
  t.notRegex((await build('--no-reuse')).out, /up to date|Used again/);
});

test('other options use nothing that text may be in', async (t) => {
  const place = await Place.of(t, { derived: 'none' });
  const input = await forms.folder!(place.folder, graphs);
  await place.build(input);
  const { upToDate, reusedChunks } = await place.build(input, { withText: false });
  t.deepEqual({ upToDate, reusedChunks }, { upToDate: false, reusedChunks: 0 });
  t.deepEqual(
    await readdir(join(place.out, 'parquet')).then((names) => names.filter((name) => name === 'phrases')),
    [],
  );
  const [counted] = await tableRows(place.out, 'images');
  t.is(counted!.reason_for_exam, null);
});

test('a part that was damaged is flattened again, and the earlier warehouse keeps its own', async (t) => {
  const place = await Place.of(t, { derived: 'none' });
  const input = await forms.folder!(place.folder, graphs);
  await place.build(input);
  const part = join(place.out, 'parquet', 'objects', 'patient_group=p12', 'part-0.parquet');
  const bytes = await readFile(part);
  bytes[100]! ^= 1;
  await writeFile(part, bytes);
  await writeFiles(input, { 'new.json': changed(namesOf('13')[0]!, { image_id: 'new' }) });
  const { chunks, reusedChunks } = await place.buildAsFromScratch(input);
  t.is(chunks - reusedChunks, 2);
});
