import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import test from 'ava';
import { ZipFile } from 'yazl';
import { build } from '../../etl/build.js';
import { findElements } from '../../etl/discover/records.js';
import { graphTableNames } from '../../etl/schema/index.js';
import { synthesize } from '../../etl/synth/index.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf, objectOf } from '../helpers/graph.js';
import { partsOf } from '../helpers/parquet.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

/** The graphs of every form, in the order that decides between two of one image; each on one line. */
let corpus: string[];

/** Faults that every form can carry: the brackets of an array are whole. */
const faulty = [
  '[]',
  '{"image_id": "without lists"}',
  '{"image_id": NaN}',
  JSON.stringify(graphOf({ image_id: 'numbers', patient_id: -1 })),
  JSON.stringify(
    graphOf({ image_id: 'entries', objects: [null, {}], other: 'brackets ]}[{ and "quotes\\" ,' }),
  ),
  JSON.stringify(graphOf({ image_id: 'text ids', patient_id: '10000001', study_id: '50000001' })),
  JSON.stringify(graphOf({ image_id: 'NaN', gender: 'GENDER' })).replace('"GENDER"', 'NaN'),
  JSON.stringify(graphOf({ image_id: 'twice' })),
  JSON.stringify(graphOf({ image_id: 'twice' })),
  JSON.stringify(graphOf({ image_id: 'twice', viewpoint: 'PA' })),
  JSON.stringify(graphOf({ image_id: 'surrogate', age_decile: '\ud800' })),
  JSON.stringify(graphOf({ image_id: 'einzeilig 肺 😀', patient_id: 19999999 })),
];

let folder: string;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  const release = join(folder, 'release');
  await synthesize({ images: 50, seed: 12, out: release, loose: true });
  const graphs = join(release, 'silver_dataset', 'scene_graph');
  const texts = await Promise.all(
    (await readdir(graphs)).sort().map((name) => readFile(join(graphs, name), 'utf8')),
  );
  corpus = [...texts.map((text) => JSON.stringify(JSON.parse(text))), ...faulty];
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

/** Names whose order is that of the corpus. */
const numbered = (i: number) => String(i).padStart(4, '0');
const files = (pathOf: (i: number) => string) =>
  Object.fromEntries(corpus.map((text, i) => [pathOf(i), text]));
const indented = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 4);
  } catch {
    return text;
  }
};

/** An archive with folders and the leftovers of an archiver, its members in reverse order, some of them stored. */
async function zipOf(path: string): Promise<string> {
  const zip = new ZipFile();
  zip.addEmptyDirectory('scene_graph/');
  zip.addBuffer(Buffer.from('\0'), '__MACOSX/scene_graph/._0000_SceneGraph.json');
  for (let i = corpus.length - 1; i >= 0; i--) {
    zip.addBuffer(Buffer.from(corpus[i]!), `scene_graph/${numbered(i)}_SceneGraph.json`, {
      compress: i % 3 > 0,
    });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

async function written(path: string, content: string | Buffer): Promise<string> {
  await writeFile(path, content);
  return path;
}

/** Writes the corpus in one form below a folder and gives INPUT. */
const forms: Record<string, (folder: string) => Promise<string>> = {
  'a release with an archive': async (folder) => {
    const release = await writeFiles(join(folder, 'release'), { 'silver_dataset/splits/readme.txt': '' });
    await zipOf(join(release, 'silver_dataset', 'scene_graph.zip'));
    return release;
  },
  'the archive alone': (folder) => zipOf(join(folder, 'scene_graph.zip')),
  'a release in the folder of its archive, graphs unpacked twice deep': async (folder) => {
    const base = 'chest-imagenome-dataset-1.0.0/silver_dataset/scene_graph/scene_graph';
    return writeFiles(
      join(folder, 'download'),
      files((i) => `${base}/${numbered(i)}_SceneGraph.json`),
    );
  },
  'a folder of several depths': (folder) =>
    writeFiles(
      join(folder, 'graphs'),
      files((i) => `${numbered(i)}${'/x'.repeat(i % 4)}/graph.JSON`),
    ),
  lines: (folder) => written(join(folder, 'graphs.jsonl'), `${corpus.join('\n')}\n`),
  'lines of CRLF with blank ones, a mark, no end of line at the end': (folder) =>
    written(join(folder, 'graphs.ndjson'), `\ufeff${corpus.join('\r\n \r\n\r\n')}`),
  'packed lines': (folder) => written(join(folder, 'graphs.jsonl.gz'), gzipSync(corpus.join('\n'))),
  'lines packed in pieces': (folder) =>
    written(join(folder, 'graphs.jsonl.gz'), Buffer.concat(corpus.map((text) => gzipSync(`${text}\n`)))),
  'an array': (folder) => written(join(folder, 'graphs.json'), `[${corpus.join(',')}]`),
  'an indented array with a mark': (folder) =>
    written(join(folder, 'graphs.json'), `\ufeff\n [\n${corpus.map(indented).join(' ,\r\n\t')}\n]\n\n`),
  'a packed array': (folder) => written(join(folder, 'graphs.json.gz'), gzipSync(`[${corpus.join(',\n')}]`)),
};

interface Outcome {
  readonly parts: Record<string, string>;
  readonly quarantine: unknown;
  readonly issues: unknown;
}

async function outcomeOf(out: string): Promise<Outcome> {
  const parts: Record<string, string> = {};
  for (const table of graphTableNames) {
    for (const path of await partsOf(out, table)) {
      parts[path] = createHash('sha256')
        .update(await readFile(join(out, path)))
        .digest('hex');
    }
  }
  return withWarehouse(out, async (ask) => ({
    parts,
    quarantine: await ask('select code, json_pointer, message from quarantine order by all'),
    issues: await ask(`
      select code, severity, image_id, if(code = 'repeated_image', 'its source', location) as location, detail
      from data_issues where code <> 'byte_order_mark' order by all`),
  }));
}

let first: Outcome | undefined;

for (const [name, write] of Object.entries(forms)) {
  test.serial(`${name} gives the same tables`, async (t) => {
    const own = await temporaryFolder(t);
    const out = join(own, 'warehouse');
    await build({ derived: 'none', input: await write(own), out, workers: 1 });
    const outcome = await outcomeOf(out);
    first ??= outcome;
    t.deepEqual(outcome, first);
  });
}

test.serial('the corpus has several parts, rows of every table, rejected graphs and oddities', (t) => {
  const { parts, quarantine, issues } = first!;
  t.true(Object.keys(parts).length >= graphTableNames.length * 5);
  t.deepEqual(
    (quarantine as { code: string }[]).map(({ code }) => code),
    [
      ...[
        'bad_id',
        'duplicate_image',
        'missing_key',
        'missing_key',
        'not_an_object',
        'not_an_object',
        'wrong_type',
      ],
    ],
  );
  const codes = new Set((issues as { code: string }[]).map(({ code }) => code));
  t.deepEqual([...codes].sort(), ['id_as_string', 'lone_surrogate', 'nan', 'repeated_image', 'unknown_key']);
});

test('a .json file of one graph is that graph', async (t) => {
  const own = await temporaryFolder(t);
  const input = await written(join(own, 'a1_SceneGraph.json'), JSON.stringify(graphOf()));
  const out = join(own, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1 });
  t.deepEqual(await withWarehouse(out, (ask) => ask('select image_id from images')), [{ image_id: 'a1' }]);
});

/** Bundles of which a part is lost: what can be read loads, and the loss is told. */
const broken: Record<string, { name: string; bytes: () => Buffer; told: string[]; loaded: number }> = {
  'packed lines that break off': {
    name: 'graphs.jsonl.gz',
    bytes: () => gzipSync(corpus.slice(0, 20).join('\n')).subarray(0, -20),
    told: ['graphs.jsonl.gz null unreadable', 'graphs.jsonl.gz 20 invalid_json'],
    loaded: 19,
  },
  'lines that break off': {
    name: 'graphs.jsonl',
    bytes: () => Buffer.from(corpus.slice(0, 3).join('\n').slice(0, -20)),
    told: ['graphs.jsonl 3 invalid_json'],
    loaded: 2,
  },
  'an array that breaks off': {
    name: 'graphs.json',
    bytes: () => Buffer.from(`[${corpus.slice(0, 3).join(',')}`.slice(0, -20)),
    told: ['graphs.json 3 invalid_json'],
    loaded: 2,
  },
  'an array without its last bracket': {
    name: 'graphs.json',
    bytes: () => Buffer.from(`[${corpus.slice(0, 3).join(',')}`),
    told: [],
    loaded: 3,
  },
  'an array with something behind it': {
    name: 'graphs.json',
    bytes: () => Buffer.from(`[${corpus.slice(0, 3).join(',')}] tail`),
    told: ['graphs.json 4 invalid_json'],
    loaded: 3,
  },
  'an array with elements that are no graphs': {
    name: 'graphs.json',
    bytes: () =>
      Buffer.from(`[${corpus[0]}, null, 5, "text, with ] and \\" ", [[]], {"a": ["}"]},,${corpus[1]},]`),
    told: [2, 3, 4, 5].map((i) => `graphs.json ${i} not_an_object`).concat('graphs.json 6 missing_key'),
    loaded: 2,
  },
};

for (const [name, { name: file, bytes, told, loaded }] of Object.entries(broken)) {
  test(`of ${name} what is whole loads`, async (t) => {
    const own = await temporaryFolder(t);
    const out = join(own, 'warehouse');
    await build({ derived: 'none', input: await written(join(own, file), bytes()), out, workers: 1 });
    await withWarehouse(out, async (ask) => {
      const rows = await ask('select source, member, code from quarantine');
      t.deepEqual(rows.map(({ source, member, code }) => `${source} ${member} ${code}`).sort(), told.sort());
      t.deepEqual(await ask('select count(*)::integer as n from images'), [{ n: loaded }]);
    });
  });
}

/** What may be wrong with the brackets or quotes of an element, which must not cost the ones behind it. */
const faults: Record<string, (element: string) => string> = {
  'lacks its last brace': (text) => text.slice(0, -1),
  'has a brace too many': (text) => `${text}}`,
  'has a bracket too many': (text) => `${text}]`,
  'lacks a quote': (text) => text.replace('"reason_for_exam":"', '"reason_for_exam":'),
  'breaks off in a name': (text) => text.replace(/"gender".*$/s, '"gen'),
  'breaks off in an object': (text) => text.replace(/"width".*$/s, '"width":'),
  'has escapes before its quotes': (text) => text.replace('"gender"', '"\\\\\\"","gender"'),
  'nests absurdly': (text) => text.replace('"AP"', '['.repeat(100_000) + ']'.repeat(100_000)),
  'does not close what it opens': (text) => text.replace('"AP"', '{"a":'.repeat(100)),
};

for (const [name, change] of Object.entries(faults)) {
  test(`an element that ${name} costs itself and not the next ones`, async (t) => {
    const elements = [
      corpus[0]!,
      change(JSON.stringify(graphOf({ objects: [objectOf()] }))),
      corpus[1]!,
      corpus[2]!,
    ];
    const bytes = Buffer.from(`[${elements.join(',\n')}]`);
    const { refs } = await findElements(
      await written(join(await temporaryFolder(t), 'graphs.json'), bytes),
      'graphs.json',
    );
    const found = refs.map(({ offset, size }) => bytes.subarray(offset, offset + size).toString());
    t.is(found.length, 4);
    for (const i of [0, 2, 3]) t.true(found[i] === elements[i], `element ${i} is found as it is`);
  });
}
