import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { discover } from '../../etl/discover/index.js';
import { openReader } from '../../etl/discover/reader.js';
import { locateRelease } from '../../etl/discover/release.js';
import { reconstruct } from '../../etl/reconstruct/index.js';
import { synthesize } from '../../etl/synth/index.js';
import { Random } from '../../etl/synth/random.js';
import { anyStyle, write } from '../fast_path/json_text.js';
import { emptiedMutants, keyMutants, mutant, systematicMutants } from '../fast_path/mutants.js';
import { type Json, shortened, soundGraphs } from '../fast_path/sound_graphs.js';
import { imagenome } from '../helpers/command.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

/** Random graphs, and images of synthetic releases; `npm run test:reconstruct` tries more. */
const { values } = parseArgs({
  options: { graphs: { type: 'string', default: '150' }, images: { type: 'string', default: '0' } },
  strict: false,
});
const [GRAPHS, IMAGES] = [Number(values.graphs), Number(values.images)];

/** What the page on it documents: bare NaN is null, and a lone surrogate U+FFFD. */
function normalized(text: string): unknown {
  const json = text.replace(/^\ufeff/, '').replace(/(?<=[:[,]\s*)-?(NaN|Infinity)(?=\s*[,\]}])/g, 'null');
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
}

/** Equal as JSON values: -0 is 0, and what JSON cannot write is null. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Ids of the graphs that do not come back as they were, and how many were compared. */
async function differing(warehouse: string, texts: readonly string[]) {
  const instance = await DuckDBInstance.create(join(warehouse, 'imagenome.duckdb'), {
    access_mode: 'READ_ONLY',
  });
  const connection = await instance.connect();
  const read = await connection.runAndReadAll('select image_id from images');
  const loaded = new Set(read.getRows().map(([id]) => String(id)));
  const other: string[] = [];
  let compared = 0;
  for (const text of texts) {
    let expected: Json;
    try {
      expected = normalized(text) as Json;
    } catch {
      continue;
    }
    const id = String(expected?.image_id).replace(/\.dcm$/i, '');
    if (!loaded.delete(id)) continue;
    const found = await reconstruct(connection, id);
    compared++;
    if (!isDeepStrictEqual(plain(found), plain(expected))) other.push(id);
  }
  connection.closeSync();
  instance.closeSync();
  return { other, compared, left: [...loaded] };
}

const sound = soundGraphs(12)
  .map((graph) => shortened(graph))
  .filter(({ relationships }) => (relationships as unknown[]).length > 0);

/** A graph of an image of its own. */
function renamed(graph: Json, id: string): Json {
  return JSON.parse(JSON.stringify(graph).replaceAll(String(graph.image_id), id));
}

test('random graphs come back as they were, whatever is unusual in them', async (t) => {
  const folder = await temporaryFolder(t);
  const [first] = sound as [Json];
  const systematic = [...systematicMutants(first), ...keyMutants(first), ...emptiedMutants(first)];
  const texts = Array.from({ length: GRAPHS }, (_, i) => {
    const id = `image-${i}`;
    const original = renamed(sound[i % sound.length]!, id);
    const random = new Random(i);
    if (i % 4 === 0) {
      const other = systematic[(i * 7) % systematic.length]!.toString('utf8');
      return other.replaceAll(String(first.image_id), id).replaceAll('\n', ' ');
    }
    const bytes = i % 4 === 1 ? Buffer.from(write(original, anyStyle(random, 0.05))) : mutant(original, i);
    return bytes.toString('utf8').replaceAll('\n', ' ');
  });
  const input = join(folder, 'graphs.jsonl');
  await writeFile(input, texts.join('\n'));
  const out = join(folder, 'w');
  await build({ input, out, workers: 1, derived: 'none', maxRejected: 1 });
  const { other, compared } = await differing(out, texts);
  t.deepEqual(other, []);
  t.true(compared > GRAPHS / 2, `${compared} graphs`);
});

const unusual: Json = graphOf({
  patient_id: '10000001',
  StudyDateTime: '2150-01-01T10:00:00Z',
  scanner: { model: 'x', '~a/b': [1] },
  gender: null,
  viewpoint: undefined,
  objects: [
    objectOf({ synsets: ['C1', 'C2'], x1: 1.5 }),
    objectOf({ synsets: ['C1;;'], further: true }),
    objectOf({ bbox_name: null }),
    objectOf({ synsets: null, name: undefined }),
  ],
  attributes: [
    attributesOf({ attributes_ids: [[';;C1963215']], severity_cues: null }),
    attributesOf({ phrases: ['Another text of it.'] }),
    attributesOf({
      ...Object.fromEntries(
        ['attributes', 'attributes_ids', 'phrases', 'phrase_IDs', 'sections'].map((key) => [key, []]),
      ),
      ...{ comparison_cues: [], temporal_cues: [], severity_cues: [], texture_cues: [] },
    }),
    attributesOf({ 'right lung': null }),
    attributesOf({ phrases: 7 }),
  ],
  relationships: [
    relationshipOf({ predicate: '["No status change"]' }),
    relationshipOf({ predicate: ['No status change'], relationship_contexts: ['x'] }),
    relationshipOf({ object_id: 'a0.dcm_right lung' }),
  ],
});

test('values that no table has come back from source_details, and a documented graph has none there', async (t) => {
  const folder = await temporaryFolder(t);
  const repeated = JSON.stringify(graphOf({ image_id: 'a2' })).replace(
    '"objects":',
    '"objects":[{"earlier":1}],"objects":',
  );
  const clean = sound.slice(0, 20).map((graph) => JSON.stringify(graph));
  const texts = [JSON.stringify(unusual), repeated, ...clean];
  const input = join(folder, 'graphs.jsonl');
  await writeFile(input, texts.join('\n'));
  const out = join(folder, 'w');
  await build({ input, out, workers: 1, derived: 'none' });
  t.deepEqual(await differing(out, texts), { other: [], compared: texts.length, left: [] });
  await withWarehouse(out, async (ask) => {
    t.deepEqual(await ask("from source_details where image_id not in ('a1', 'a2')"), []);
    t.deepEqual(
      await ask("select json_pointer, kind, value_json from source_details where image_id = 'a2'"),
      [{ json_pointer: '/objects', kind: 'repeated', value_json: '[{"earlier":1}]' }],
    );
    t.deepEqual(
      await ask(
        "select json_pointer, kind, value_json from source_details where json_pointer in ('/objects/0/synsets', '/viewpoint', '/patient_id') or (kind = 'rejected' and json_pointer like '/objects/_') order by all",
      ).then((rows) =>
        rows.map(({ value_json, ...row }) => [row.json_pointer, row.kind, String(value_json).slice(0, 12)]),
      ),
      [
        ['/objects/0/synsets', 'value', 'null'].with(2, '["C1","C2"]'),
        ['/objects/2', 'rejected', '{"object_id"'],
        ['/patient_id', 'value', '"10000001"'],
        ['/viewpoint', 'absent', 'null'],
      ],
    );
  });
  const said = await imagenome('reconstruct', out, 'a1', '--compact');
  t.is(said.code, 0);
  t.deepEqual(JSON.parse(said.out), JSON.parse(texts[0]!));
  const none = await imagenome('reconstruct', out, 'a9');
  t.is(none.code, 1);
  t.regex(none.err, /expected the id of an image in the table images, found "a9"/);
  const without = join(folder, 'without');
  await build({ input, out: without, workers: 1, derived: 'none', withText: false });
  t.regex((await imagenome('reconstruct', without, 'a1')).err, /expected a warehouse with text/);
});

if (IMAGES > 0) {
  for (const defects of [false, true]) {
    test(`a whole synthetic release ${defects ? 'with planted faults ' : ''}comes back as it was`, async (t) => {
      t.timeout(3_600_000);
      const folder = await temporaryFolder(t);
      const [input, out] = [join(folder, 'release'), join(folder, 'w')];
      await synthesize({ images: IMAGES, seed: 3, out: input, defects });
      await build({ input, out, derived: 'none' });
      const found = await discover(await locateRelease(input), folder);
      const reader = openReader(found.location);
      const texts = found.refs.flatMap((ref) => {
        try {
          return [reader.read(ref).toString('utf8')];
        } catch {
          return [];
        }
      });
      reader.close();
      const { other, compared, left } = await differing(out, texts);
      t.deepEqual([other, left], [[], []]);
      t.true(compared > 0.95 * IMAGES, `${compared} graphs`);
      t.log(`${compared} graphs`);
      await withWarehouse(out, async (ask) => {
        const [{ n } = {}] = await ask('select count(*)::integer as n from source_details');
        t.is(defects ? (n as number) > 0 : n === 0, true, `${n} rows`);
      });
    });
  }
}
