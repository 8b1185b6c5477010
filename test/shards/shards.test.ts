import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';
import test from 'ava';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { assemble } from '../../etl/assemble.js';
import { build } from '../../etl/build.js';
import { buildShard } from '../../etl/build_shard.js';
import { LIMITS } from '../../etl/limits.js';
import { synthesize } from '../../etl/synth/index.js';
import { ZipWriter } from '../../etl/synth/zip_writer.js';
import { outcomeOf } from '../build/outcome.js';
import { imagenome } from '../helpers/command.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { parquetRows } from '../helpers/parquet.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { expectEqual, type Given, shardsOf } from './joined.js';

/** More of the same, which takes longer: `npm run test:shards`. */
const isLong = process.argv.includes('--all');
const long = isLong ? test.serial : test.skip;

let folder: string;
/** A release with planted faults and all optional inputs. */
let release: string;
let everything: Given;

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  release = join(folder, 'release');
  await synthesize({
    images: isLong ? 120 : 60,
    seed: 33,
    out: release,
    loose: true,
    defects: true,
    rdf: true,
  });
  const graphs = join(release, 'silver_dataset', 'scene_graph');
  const names = (await readdir(graphs, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  // The same image in two other places: equal, and not.
  const bytes = await readFile(join(graphs, names.at(-1)!));
  await writeFiles(graphs, {
    'a/repeated_SceneGraph.json': bytes,
    'z/another_SceneGraph.json': { ...JSON.parse(String(bytes)), gender: 'other' },
    'none_SceneGraph.json': '{',
  });
  const mimic = (name: string) => join(release, 'mimic-cxr-jpg', `mimic-cxr-2.0.0-${name}.csv.gz`);
  everything = {
    input: release,
    rdf: true,
    mimicMetadata: mimic('metadata'),
    mimicSplit: mimic('split'),
    chexpert: mimic('chexpert'),
    negbio: mimic('negbio'),
  };
});

test.after.always(() => rm(folder, { recursive: true, force: true }));

test.serial('shards give what one build gives: faults, duplicates and all optional inputs', async (t) => {
  const { rows } = await expectEqual(t, await temporaryFolder(t), isLong ? [1, 2, 7] : [3], everything);
  t.true(rows.quarantine! > 1 && rows.data_issues! > 10);
  t.true(rows.rdf_annotations! > 0 && rows.mimic_metadata! > 0 && rows.chexpert_labels! > 0);
});

const variants: Record<string, Partial<Given>> = {
  'no text': { withText: false },
  'no text, no roll-ups': { withText: false, derived: 'none' },
  'no roll-ups': { derived: 'none' },
  careful: { careful: true },
  'other limits': { limits: { ...LIMITS, entries: 60, diagnostics: 1 }, maxRejected: 1 },
};
for (const [name, options] of Object.entries(variants)) {
  long(`shards give what one build gives: ${name}`, async (t) => {
    await expectEqual(t, await temporaryFolder(t), isLong ? [2, 7] : [2], { ...everything, ...options });
  });
}

/** Small graphs of one patient group, of so many patients that it has several parts; some name images of others. */
function neighbors(): string {
  const lines = Array.from({ length: 3000 }, (_, i) => {
    const [image_id, study_id] = [`n${i}`, 50000100 + i];
    const object_id = `${image_id}_right lung`;
    const attributes = [attributesOf({ phrase_IDs: [`${study_id}|10`], object_id })];
    const previous = i % 40 === 0 ? `n${2999 - i}` : `m${i}`;
    const relationship_id = `${study_id}|7_50000000_C0225706_${image_id}_${previous}`;
    const ids = { subject_id: object_id, object_id: `${previous}_right lung`, relationship_id };
    const values = { attributes, objects: [objectOf({ object_id })], relationships: [relationshipOf(ids)] };
    return JSON.stringify(graphOf({ image_id, study_id, patient_id: 10000100 + 300 * i, ...values }));
  });
  return `${lines.join('\n')}\n`;
}

long('shards give what one build gives: several parts per group', async (t) => {
  const own = await temporaryFolder(t);
  const given = { input: join(await writeFiles(own, { 'graphs.jsonl': neighbors() }), 'graphs.jsonl') };
  const { chunks } = await expectEqual(t, own, [1, 2, 7], given);
  t.true(chunks >= 4);
});

test.serial('shards of a folder and of a zip of the same graphs give what one build gives', async (t) => {
  const own = await temporaryFolder(t);
  const graphs = join(release, 'silver_dataset', 'scene_graph');
  const zip = new ZipWriter(join(own, 'scene_graph.zip'));
  for (const name of (await readdir(graphs, { recursive: true })).sort()) {
    if (!(await stat(join(graphs, name))).isFile()) continue;
    const bytes = await readFile(join(graphs, name));
    zip.add({ name, packed: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) });
  }
  zip.end();
  const folders = await shardsOf(own, 2, [{ input: release }, { input: join(own, 'scene_graph.zip') }]);
  const [whole, joined] = [join(own, 'whole'), join(own, 'joined')];
  await build({ input: release, out: whole, workers: 1 });
  await assemble({ shards: folders, out: joined });
  const [expected, found] = await Promise.all([outcomeOf(whole), outcomeOf(joined)]);
  const named = ['quarantine', 'data_issues'].map((name) => `parquet/${name}.parquet`);
  for (const path of [...named, 'chunks.json', 'datapackage.json']) {
    for (const { files } of [expected, found]) delete (files as Record<string, string>)[path];
  }
  t.deepEqual(found.files, expected.files);
  for (const table of ['quarantine', 'data_issues']) {
    const rows = async (out: string) =>
      (await parquetRows(out, table)).map(({ code, image_id }) => `${code} ${image_id}`).sort();
    t.deepEqual(await rows(joined), await rows(whole), table);
  }
});

/** A tiny input for what has to be refused. */
const three = Object.fromEntries(
  [10000001, 11000001, 12000001].map((patient_id) => [
    `${patient_id}_SceneGraph.json`,
    graphOf({ image_id: `i${patient_id}`, patient_id, objects: [objectOf()], attributes: [attributesOf()] }),
  ]),
);

test.serial(
  'a shard that is missing, double, damaged or of something else is refused in words',
  async (t) => {
    const own = await temporaryFolder(t);
    const input = await writeFiles(join(own, 'input'), three);
    const [first, second] = (await shardsOf(own, 2, [{ input }])) as [string, string];
    const shard = async (name: string, options: Partial<Given> & { of?: number } = {}) => {
      const out = join(own, name);
      const { of = 2, ...others } = options;
      await buildShard({ input, workers: 1, ...others, out, shard: { index: 2, of } });
      return out;
    };
    const copy = async (name: string, change: (folder: string) => Promise<unknown>) => {
      await cp(second, join(own, name), { recursive: true });
      await change(join(own, name));
      return join(own, name);
    };
    const more = await writeFiles(join(own, 'more'), {
      ...three,
      'more.json': graphOf({ image_id: 'more', patient_id: 13000001 }),
    });
    const listed = await writeFiles(join(own, 'listed'), {
      ...Object.fromEntries(
        Object.entries(three).map(([name, graph]) => [`silver_dataset/scene_graph/${name}`, graph]),
      ),
      'silver_dataset/splits/train.csv': 'dicom_id,subject_id,study_id\ni10000001,10000001,50000001\n',
    });
    const warehouse = join(own, 'warehouse');
    await build({ input, out: warehouse, workers: 1, derived: 'none' });
    const part = 'parquet/images/patient_group=p11/part-0.parquet';
    const rollUp = 'parquet/derived/image_boxes/patient_group=p11/part-0.parquet';
    const flip = async (path: string) => {
      const bytes = await readFile(path);
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(path, bytes);
    };
    const cases: [string, string[], RegExp][] = [
      ['missing', [first], /expected all 2, found 1, without 2\/2; .*imagenome build INPUT --shard 2\/2/],
      [
        'double',
        [first, second, await copy('again', async () => {})],
        /expected each shard once, found 2\/2 a second time/,
      ],
      ['the same folder twice', [first, first, second], /expected each shard once, found 1\/2 a second time/],
      [
        'of other shards',
        [first, await shard('of 3', { of: 3 })],
        /expected a shard of 2 shards.*found one of 3 shards/,
      ],
      [
        'of another plan',
        [first, await shard('more graphs', { input: more })],
        /plan of 3 graphs in 3 chunks.* found one of a plan of 4 graphs in 4 chunks/,
      ],
      [
        'another option',
        [first, await shard('no text', { withText: false })],
        /with the options by default.*found one with the options --no-text;/,
      ],
      [
        'another limit',
        [first, await shard('limit', { maxRejected: 0.5 })],
        /found one with the options --max-rejected 0.5/,
      ],
      [
        'further files',
        [first, await shard('listed shard', { input: listed })],
        /expected the file split_train .* found none; build both from the same release/,
      ],
      [
        'a damaged part',
        [first, await copy('damaged', (at) => flip(join(at, part)))],
        /part-0.parquet: expected \d+ bytes with the checksum .* build it again/,
      ],
      [
        'a damaged roll-up',
        [first, await copy('damaged roll-up', (at) => flip(join(at, rollUp)))],
        /part-0.parquet: expected \d+ bytes with the checksum .* build it again/,
      ],
      [
        'a part is gone',
        [first, await copy('gone', (at) => rm(join(at, part)))],
        /part-0.parquet: expected \d+ bytes/,
      ],
      [
        'a damaged description',
        [first, await copy('description', (at) => flip(join(at, 'shard.json')))],
        /expected the shard.json that its SHA256SUMS.txt lists/,
      ],
      [
        'no checksums',
        [first, await copy('no sums', (at) => rm(join(at, 'SHA256SUMS.txt')))],
        /expected the shard.json that its SHA256SUMS.txt lists/,
      ],
      [
        'unfinished',
        [first, join(own, 'unfinished')],
        /expected a shard, found one that was begun and is not finished/,
      ],
      ['a warehouse', [first, warehouse], /expected a shard, found a whole warehouse/],
      ['nothing', [first, join(own, 'nowhere')], /expected a shard, found nothing; build it/],
      ['something else', [first, input], /expected a shard, found something else; build it/],
    ];
    await writeFiles(join(own, '.unfinished.building-0123456789abcdef'), { 'kept/journal.jsonl': '' });
    const out = join(own, 'out');
    for (const [name, shards, message] of cases) {
      const { code, err } = await imagenome('assemble', ...shards, '--out', out, '--quiet');
      t.is(code, 1, name);
      t.regex(err, message, name);
      t.false(await exists(out), name);
    }
    t.deepEqual(
      (await readdir(own)).filter((name) => /^\.(out|shard)/.test(name)),
      [],
      'nothing is left behind',
    );
    t.is((await imagenome('assemble', second, first, '--out', out, '--quiet')).code, 0);
  },
);

test.serial('a shard of another version is refused in words', async (t) => {
  const own = await temporaryFolder(t);
  const input = await writeFiles(join(own, 'input'), three);
  const [only] = (await shardsOf(own, 1, [{ input }])) as [string];
  const json = JSON.parse(await readFile(join(only, 'shard.json'), 'utf8'));
  const cases: [object, RegExp][] = [
    [
      { code: 'f'.repeat(64) },
      /expected a shard built by imagenome \S+ \(\w{12}\), which runs now, found one built by imagenome \S+ \(f{12}\)/,
    ],
    [{ version: '9.9.9' }, /found one built by imagenome 9\.9\.9/],
    [{ format_version: 9 }, /expected a shard of version 2 of the data contract.*found version 9/],
  ];
  for (const [change, message] of cases) {
    const text = `${JSON.stringify({ ...json, ...change })}\n`;
    await writeFile(join(only, 'shard.json'), text);
    const sum = createHash('sha256').update(text).digest('hex');
    await writeFile(join(only, 'SHA256SUMS.txt'), `${sum}  shard.json\n`);
    await t.throwsAsync(assemble({ shards: [only], out: join(own, 'out') }), { message });
  }
});

test.serial('a shard says what it is, and a folder of another kind is left alone', async (t) => {
  const own = await temporaryFolder(t);
  const input = await writeFiles(join(own, 'input'), three);
  const [first] = (await shardsOf(own, 2, [{ input }])) as [string];
  for (const words of [
    ['info', first],
    ['check', first],
    ['sql', first, 'from images'],
  ]) {
    const { code, err } = await imagenome(...words);
    t.is(code, 1);
    t.regex(err, /expected a warehouse, found shard 1\/2 of one, with 2 of its 3 chunks; join all 2 first/);
  }
  t.regex(await readFile(join(first, 'README.md'), 'utf8'), /not a warehouse/);
  t.is((await stat(first)).mode & 0o777, 0o700);
  for (const name of await readdir(first, { recursive: true })) {
    const found = await stat(join(first, name));
    t.is(found.mode & 0o077, 0, name);
  }
  t.regex(
    (await imagenome('build', input, '--out', first, '--quiet')).err,
    /found something else; nothing was touched/,
  );
  const warehouse = join(own, 'warehouse');
  await build({ input, out: warehouse, workers: 1, derived: 'none' });
  const over = await imagenome('build', input, '--shard', '1/2', '--out', warehouse, '--quiet');
  t.regex(over.err, /expected no such folder, an empty one or an earlier shard, found something else/);
  for (const place of ['0/2', '3/2', '1', 'a/b', '1/0', '-1/2']) {
    t.is((await imagenome('build', input, `--shard=${place}`, '--out', first)).code, 2, place);
  }
  t.is((await imagenome('assemble')).code, 2);
});

test.serial('a shard that is up to date is not built again; one that was killed goes on', async (t) => {
  const own = await temporaryFolder(t);
  const input = await writeFiles(join(own, 'input'), three);
  const out = join(own, 'shard');
  const words = ['build', input, '--shard', '1/1', '--out', out, '--quiet', '--workers', '1'];
  const killer = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs.appendFile;
    let calls = 0;
    fs.appendFile = (...given) => {
      if (++calls === 3) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    };
    syncBuiltinESMExports();`;
  const { signal } = await runImagenome(words, [
    `--import=data:text/javascript,${encodeURIComponent(killer)}`,
  ]);
  t.is(signal, 'SIGKILL');
  t.false(await exists(out));
  const { stdout } = await runImagenome([...words, '--json']);
  const { chunks, reusedChunks } = JSON.parse(stdout.trim().split('\n').at(-1)!);
  t.deepEqual({ chunks, reusedChunks }, { chunks: 3, reusedChunks: 2 });
  t.deepEqual((await readdir(own)).sort(), ['input', 'shard']);
  t.regex(
    (await runImagenome(words)).stdout,
    /is up to date: shard 1\/1, 3 of 3 chunks with 3\sof 3 scene graphs/,
  );
  const whole = join(own, 'whole');
  await runImagenome(['build', input, '--out', whole, '--quiet']);
  const joined = join(own, 'joined');
  await runImagenome(['assemble', out, '--out', joined, '--quiet']);
  t.deepEqual(await outcomeOf(joined), await outcomeOf(whole));
  t.regex((await runImagenome(['assemble', out, '--out', joined, '--quiet'])).stdout, /is up to date/);
  t.regex((await runImagenome(['build', input, '--out', joined, '--quiet'])).stdout, /is up to date/);
});

long('an assembly that was killed leaves the earlier warehouse, and the next one goes on', async (t) => {
  const own = await temporaryFolder(t);
  const shards: string[] = [];
  for (const place of ['1/2', '2/2']) {
    shards.push(join(own, `shard ${place[0]}`));
    await runImagenome(['build', release, '--shard', place, '--out', shards.at(-1)!, '--quiet']);
  }
  const out = join(own, 'warehouse');
  const killer = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs.writeFile;
    fs.writeFile = (...given) => {
      if (String(given[0]).includes('SHA256SUMS')) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    };
    syncBuiltinESMExports();`;
  const words = ['assemble', ...shards, '--out', out, '--quiet'];
  const { signal } = await runImagenome(words, [
    `--import=data:text/javascript,${encodeURIComponent(killer)}`,
  ]);
  t.is(signal, 'SIGKILL');
  t.false(await exists(out));
  await runImagenome(words);
  await runImagenome(['build', release, '--out', join(own, 'whole'), '--quiet']);
  t.deepEqual(await outcomeOf(out), await outcomeOf(join(own, 'whole')));
  t.deepEqual(
    (await readdir(own)).filter((name) => name.startsWith('.')),
    [],
  );
});

test.serial('a shard without text has none, of files around the graphs neither', async (t) => {
  const own = await temporaryFolder(t);
  const graphs = Object.fromEntries(
    Object.entries(three).map(([name, graph]) => [
      `silver_dataset/scene_graph/${name}`,
      {
        ...graph,
        reason_for_exam: 'hidden words',
        attributes: [attributesOf({ phrases: ['Hidden words.', 'More hidden words.'] })],
      },
    ]),
  );
  const input = await writeFiles(join(own, 'input'), {
    ...graphs,
    'silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt':
      'patient_id\trad_id\tsentence\n10000001\t50000001\thidden words\n',
  });
  const [only] = (await shardsOf(own, 1, [{ input, withText: false }])) as [string];
  for (const name of await readdir(only, { recursive: true })) {
    if (!(await stat(join(only, name))).isFile()) continue;
    t.notRegex(await readFile(join(only, name), 'latin1'), /hidden words/i, name);
    if (!name.endsWith('.parquet')) continue;
    const file = await asyncBufferFromFile(join(only, name));
    const rows = await parquetReadObjects({ file, compressors });
    t.notRegex(inspect(rows, { depth: 9, maxArrayLength: null }), /hidden words/i, name);
  }
});

test.serial(
  'an input without a usable graph is refused by every shard, and n may exceed the chunks',
  async (t) => {
    const own = await temporaryFolder(t);
    const empty = await writeFiles(join(own, 'empty'), { 'a_SceneGraph.json': '{' });
    await t.throwsAsync(buildShard({ input: empty, out: join(own, 'none'), shard: { index: 2, of: 2 } }), {
      message: /expected scene graphs, found 1 file that is not usable/,
    });
    const input = await writeFiles(join(own, 'input'), three);
    await expectEqual(t, own, [5], { input, derived: 'none' });
  },
);

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
