import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import test from 'ava';
import { ZipFile } from 'yazl';
import { build } from '../../etl/build.js';
import { classify } from '../../etl/discover/graph_name.js';
import { findMembers } from '../../etl/discover/zip.js';
import { UserError } from '../../etl/error.js';
import { synthesize } from '../../etl/synth/index.js';
import { writeFiles } from '../helpers/files.js';
import { graphOf } from '../helpers/graph.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

const kinds: Record<string, string> = {
  'a1_SceneGraph.json': 'graph',
  'x/y/A1.JSON': 'graph',
  '..\\x.json': 'graph',
  '.\\x.json': 'graph',
  '.json': 'graph',
  'x/.json': 'graph',
  'x.json ': 'graph',
  'x/x.json\t': 'graph',
  '.x.json': 'graph',
  'x/Truth.json': 'known',
  'x\\scenegraph_postprocessing_settings.json': 'known',
  'study_level_attribute_rdfgraphs.JSON': 'known',
  'silver_dataset/splits/train.csv': 'known',
  'x/graphs.jsonl': 'bundle',
  'a1_SceneGraph.json.gz': 'bundle',
  '.cache/x.json': 'hidden',
  '__MACOSX/x/._a.json': 'other',
  'x/._a.json': 'other',
  'x/notes.txt': 'other',
  'x/json': 'other',
};

for (const [name, kind] of Object.entries(kinds)) {
  test(`${JSON.stringify(name)} is of the kind ${kind}`, (t) => t.is(classify(name), kind as never));
}

/** An archive of these members. */
async function zipOf(path: string, members: Record<string, unknown>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members))
    zip.addBuffer(Buffer.from(JSON.stringify(content)), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const known = {
  'x/study_level_attribute_rdfgraphs.json': {},
  'x/semantics/label_to_UMLS_mapping.json': {},
  'utils/scenegraph_postprocessing_settings.json': {},
};
const graphs = { 'x/a.json': graphOf({ image_id: 'a' }), 'x/b.json': graphOf({ image_id: 'b' }) };

for (const form of ['folder', 'archive']) {
  test(`known files in a ${form} of graphs are no graphs, and are listed`, async (t) => {
    const folder = await temporaryFolder(t);
    const files = { ...graphs, ...known };
    const input =
      form === 'folder'
        ? await writeFiles(join(folder, 'in'), files)
        : await zipOf(join(folder, 'in.zip'), files);
    await build({ derived: 'none', input, out: join(folder, 'w'), workers: 1 });
    await withWarehouse(join(folder, 'w'), async (ask) => {
      t.deepEqual(await ask('from quarantine'), []);
      const issues = await ask(
        "select location from data_issues where code = 'skipped_file' order by location",
      );
      t.deepEqual(
        issues.map(({ location }) => String(location).replace('in.zip#', '')),
        Object.keys(known).sort(),
      );
    });
  });
}

test('one faulty entry in the directory of an archive costs its member alone', async (t) => {
  const folder = await temporaryFolder(t);
  const path = await zipOf(join(folder, 'x.zip'), { ...graphs, 'x/c.json': {}, 'x/d.json': {} });
  const bytes = await readFile(path);
  const entryOf = (name: string) => bytes.lastIndexOf(name) - 46;
  bytes.writeUInt16LE(bytes.readUInt16LE(entryOf('x/b.json') + 8) | 0x41, entryOf('x/b.json') + 8);
  // An extra field that claims 255 bytes and has 2.
  const at = entryOf('x/c.json') + 46 + 'x/c.json'.length;
  const extra = Buffer.from([0x99, 0x00, 0xff, 0x00, 0x01, 0x02]);
  bytes.writeUInt16LE(bytes.readUInt16LE(entryOf('x/c.json') + 30) + extra.length, entryOf('x/c.json') + 30);
  const end = bytes.length - 22;
  bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + extra.length, end + 12);
  await writeFile(path, Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)]));
  const { refs, rejected } = await findMembers({ path }, 'x.zip');
  t.deepEqual(
    refs.map(({ name }) => name),
    ['x/a.json', 'x/d.json'],
  );
  t.deepEqual(
    rejected.map(({ name, rejection }) => `${name} ${rejection.code}`),
    ['x/b.json unsupported_zip_member', 'x/c.json bad_zip_member'],
  );
});

test('the archive of a whole release is refused with the commands that unpack and build it', async (t) => {
  const folder = await temporaryFolder(t);
  const root = 'chest-imagenome-dataset-1.0.0';
  await synthesize({ images: 3, seed: 5, out: join(folder, root) });
  execFileSync('zip', ['-q', '-r', '-0', `${root}.zip`, root], { cwd: folder });
  await rm(join(folder, root), { recursive: true });
  const out = join(folder, 'w');
  const error = await t.throwsAsync(build({ derived: 'none', input: join(folder, `${root}.zip`), out }), {
    instanceOf: UserError,
  });
  t.is(error.exitCode, 2);
  const [, unzip, given] = /: (unzip .*); then give the folder: imagenome build '(.*)'$/.exec(error.message)!;
  execFileSync('sh', ['-c', unzip!]);
  const { rows } = await build({ derived: 'none', input: given!, out, workers: 1 });
  t.is(rows.images, 3);
  t.true(rows.splits! + rows.images_to_avoid! > 0);
});
