import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'ava';
import { takeCensus } from '../../etl/census/index.js';
import { assumptions, censusPage } from '../../etl/census/page.js';
import type { Census } from '../../etl/census/published.js';
import { members } from '../../etl/census/vocabularies.js';
import { synthesize } from '../../etl/synth/index.js';
import { imagenome } from '../helpers/command.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Stands in every place of a planted release; `zqx` is part of no word of a census. */
const MARKER = /zqx|77[67]\d{4,}|987654/i;

let [shared, release] = ['', ''];
let census: Census;
let graphs: { path: string; json: Json }[];

type Json = Record<string, unknown>;

test.before(async () => {
  shared = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(shared, 'release');
  await synthesize({ images: 400, seed: 8, out: release, loose: true, goldPatients: 25 });
  const folder = join(release, 'silver_dataset', 'scene_graph');
  graphs = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      return { path, json: JSON.parse(await readFile(path, 'utf8')) };
    }),
  );
  census = await takeCensus({ input: release, tempFolder: shared, workers: 1 });
});

test.after.always(() => rm(shared, { recursive: true, force: true }));

/** All texts and long numbers of a value, keys of objects included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number' && Math.abs(value) > 1e6) yield String(value);
  else if (Array.isArray(value)) for (const element of value) yield* textsOf(element);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, element] of Object.entries(value)) {
      yield key;
      yield* textsOf(element);
    }
  }
}

/** What a census may name: the shipped vocabularies, and whatever it consists of for a release of other values. */
const isNamed = (text: string) =>
  Object.values(members).some(
    (list: ReadonlySet<string>) => list.has(text) || list.has(text.split('|').at(-1)!),
  );

test('a census has no value of the release', (t) => {
  const output = `${JSON.stringify(census)}\n${censusPage(census)}`;
  const documented = new Set(Object.keys(graphs[0]!.json));
  const examples = assumptions.map(({ statement }) => statement).join('\n');
  const isValue = (text: string) =>
    text.length > 5 && !isNamed(text) && !documented.has(text) && !examples.includes(text);
  const keys = new Set(['objects', 'attributes', 'relationships'].flatMap((list) => keysOf(list)));
  const values = new Set(graphs.flatMap(({ json }) => [...textsOf(json)]).filter(isValue));
  t.true(values.size > 10_000);
  const leaked = [...values].filter((value) => !keys.has(value) && output.includes(value));
  t.deepEqual(
    leaked.filter((value) => !/^(comparison|severity|temporal|texture)\|yes\|/.test(value)),
    [],
  );
});

/** Keys of the entries of a list, less those named like regions. */
function keysOf(list: string): string[] {
  const entries = graphs.flatMap(({ json }) => json[list] as Json[]);
  return [...new Set(entries.flatMap(Object.keys))].filter((key) => !members.regions.has(key));
}

/** The same structure with a marker in the place of every text, number and key; ids stay ids. */
function planted(value: unknown, path: string, seed: number): unknown {
  if (typeof value === 'string') return `zqx ${path}`;
  if (typeof value === 'number') return 987654 + seed;
  if (Array.isArray(value)) return value.map((element) => planted(element, path, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, element]) => {
    const isRegion = members.regions.has(key);
    return [isRegion ? `zqx ${path}` : key, planted(element, isRegion ? path : `${path}.${key}`, seed)];
  });
  return Object.fromEntries([...entries, [`zqx key of ${path}`, `zqx value of ${path}`]]);
}

test('a marker in every value, key, cell, header and file name is nowhere in a census', async (t) => {
  const folder = await temporaryFolder(t);
  const input = join(folder, 'zqx input');
  await synthesize({ images: 300, seed: 9, out: input, loose: true, goldPatients: 25 });
  const home = join(input, 'silver_dataset', 'scene_graph');
  const patients = new Map<unknown, number>();
  for (const [i, name] of (await readdir(home)).entries()) {
    const path = join(home, name);
    const json = JSON.parse(await readFile(path, 'utf8'));
    const patient = patients.get(json.patient_id) ?? 77_600_000 + patients.size;
    patients.set(json.patient_id, patient);
    const ids = { image_id: `zqx image ${i}`, patient_id: patient, study_id: 77_700_000 + i };
    await writeFile(path, JSON.stringify({ ...(planted(json, 'graph', 0) as Json), ...ids }));
    await rename(path, join(home, `zqx file ${i}.json`));
  }
  t.true(patients.size > 40);
  await plantInTables(input, [...patients.values()]);
  await writeFile(join(input, 'semantics', 'objects_extracted_from_reports_v1.txt'), 'zqx one,\nzqx two');
  await writeFile(join(input, 'semantics', 'label_to_UMLS_mapping.json'), '{"zqx key": {"zqx": ["zqx"]}}');
  await writeFile(join(input, 'semantics', 'comparison_relations_v1.txt'), '<html>zqx');
  await writeFile(join(input, 'silver_dataset', 'zqx further file.csv'), 'zqx,zqx\nzqx,zqx\n');
  const out = join(folder, 'out', 'census.json');
  const said = await imagenome('census', input, '--out', out, '--quiet', '--workers', '1');
  t.is(said.code, 0, said.err);
  const [json, page] = await Promise.all(
    [out, out.replace('.json', '.md')].map((path) => readFile(path, 'utf8')),
  );
  for (const text of [json!, page!, said.out, said.err]) t.notRegex(text, MARKER);
  const { fields, patients: counted } = JSON.parse(json!) as Census;
  t.is(counted, patients.size, 'the planted graphs are read');
  t.true(fields['objects.bbox_name']!.other! > 300, 'and their values counted');
  t.true(fields.objects!['unknown keys']! > 300, 'and their keys');
  t.true(fields['split_train.(further columns)'] !== undefined, 'and cells of further columns');
});

/** A marker in every cell but that of the patient, and in the header of a further column; every row of another patient. */
async function plantInTables(input: string, patients: readonly number[]): Promise<void> {
  for (const folder of ['silver_dataset', 'silver_dataset/splits', 'gold_dataset']) {
    for (const name of await readdir(join(input, folder))) {
      const path = join(input, folder, name);
      if (!/\.(csv|txt)$/.test(name)) continue;
      const delimiter = name.endsWith('.csv') ? ',' : '\t';
      const [header = ''] = (await readFile(path, 'utf8')).split('\n');
      const columns = header.trimEnd().split(delimiter);
      const rows = patients.map((patient) =>
        [...columns, 'further'].map((column) =>
          /^(subject|patient)_id$/.test(column) ? patient : `zqx ${column}`,
        ),
      );
      const lines = [[...columns, 'zqx header'], ...rows].map((row) => row.join(delimiter));
      await writeFile(path, `${lines.join('\n')}\n`);
    }
  }
}

test('what occurs for fewer than twenty patients is not in a census', async (t) => {
  const folder = await temporaryFolder(t);
  const of = async (patients: number) => {
    const input = join(folder, String(patients));
    for (let i = 0; i < 60; i++) {
      const json = {
        ...graphs[0]!.json,
        image_id: `image ${i}`,
        patient_id: 10_000_000 + (i % 30),
        study_id: i + 1,
      };
      const viewpoint = i % 30 < patients ? 'PA' : 'AP';
      const path = join(input, `${i}.json`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify({ ...json, viewpoint }));
    }
    return takeCensus({ input, tempFolder: folder, workers: 1 });
  };
  const [few, enough] = [await of(19), await of(20)];
  t.is(few.fields['graph.viewpoint']!['member PA'], undefined);
  t.is(enough.fields['graph.viewpoint']!['member PA'], 40);
  t.is(few.patients, 30);
});

test('of a release of few patients a census says nothing', async (t) => {
  const folder = await temporaryFolder(t);
  await synthesize({ images: 10, seed: 3, out: join(folder, 'release') });
  const found = await takeCensus({ input: join(folder, 'release'), tempFolder: folder, workers: 1 });
  t.is(found.patients, null);
  t.deepEqual(found.fields, {});
});

test('the counts are those of the release', (t) => {
  t.is(census.fields.graph!.all, graphs.length);
  const boxes = graphs.flatMap(({ json }) => json.objects as Json[]);
  t.is(census.fields.objects!.all, boxes.length);
  const lungs = boxes.filter(({ bbox_name }) => bbox_name === 'right lung').length;
  t.is(census.fields['objects.bbox_name']!['member right lung'], Number(lungs.toPrecision(3)));
  t.is(census.patients, new Set(graphs.map(({ json }) => json.patient_id)).size);
});

test('a release of the documented form bears out the assumptions, but for its size', (t) => {
  const failed = assumptions.filter(({ holds }) => holds?.(census) === false);
  const aboutSize = failed.filter(({ statement }) => /graphs|rows|a zip/.test(statement));
  t.deepEqual(
    failed.filter((one) => !aboutSize.includes(one)).map(({ about }) => about),
    [],
  );
  t.true(assumptions.filter(({ holds }) => holds?.(census) === true).length > 30);
});

test('a release of another form does not', async (t) => {
  const folder = await temporaryFolder(t);
  for (const [i, { json }] of graphs.entries()) {
    const objects = (json.objects as Json[]).map((box) => ({ ...box, x1: Number(box.x1) + 0.5, extra: 1 }));
    const changed = { ...json, objects, viewpoint: 'XX', StudyDateTime: '2150-01-01' };
    await mkdir(join(folder, 'in'), { recursive: true });
    await writeFile(join(folder, 'in', `${i}.json`), JSON.stringify(changed));
  }
  const found = await takeCensus({ input: join(folder, 'in'), tempFolder: folder, workers: 1 });
  const failed = assumptions.filter(({ holds }) => holds?.(found) === false).map(({ about }) => about);
  for (const about of ['graph.viewpoint', 'graph.StudyDateTime']) t.true(failed.includes(about), about);
  t.true(failed.some((about) => about.startsWith('objects.x1')));
  t.true(found.fields.objects!['unknown keys']! > 1000);
});

test('a file that is no census is not replaced', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'x.json'), '{}');
  const said = await imagenome('census', release, '--out', join(folder, 'x.json'), '--quiet');
  t.is(said.code, 1);
  t.regex(said.err, /found something else/);
});
