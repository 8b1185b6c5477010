import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { assemble } from '../../etl/assemble.js';
import { build } from '../../etl/build.js';
import { type StoredScope, storedViews } from '../../etl/derive/stored_view.js';
import { outcomeOf } from '../build/outcome.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, type Json, objectOf, relationshipOf } from '../helpers/graph.js';
import { runImagenome } from '../helpers/process.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { shardsOf } from './joined.js';

/** A graph with a finding of the left lung, and a comparison with another image. */
function compared(patient_id: number, previous: string, values: Json = {}): Json {
  const [image_id, study_id] = [`i${patient_id}`, 40000000 + patient_id];
  const object_id = `${image_id}_left lung`;
  const relationship_id = `${study_id}|7_50000000_C0225730_${image_id}_${previous}`;
  const finding = { bbox_name: 'left lung', 'right lung': undefined, 'left lung': true, object_id };
  return graphOf({
    ...{ image_id, study_id, patient_id },
    objects: [objectOf({ object_id, bbox_name: 'left lung' })],
    attributes: [
      attributesOf({
        ...finding,
        phrase_IDs: [`${study_id}|10`],
        phrases: ['No left pneumothorax.'],
      }),
    ],
    relationships: [
      relationshipOf({
        ...{ bbox_name: 'left lung', subject_id: object_id, object_id: `${previous}_left lung` },
        relationship_id,
      }),
    ],
    ...values,
  });
}

/** Four ranges, of a patient each: one names an image of the next, one an image of the same shard, one none that there is, one a broken one. */
const named: Record<number, Json> = {
  10000001: compared(10000001, 'i11000001'),
  11000001: compared(11000001, 'i13000001'),
  12000001: compared(12000001, 'absent'),
  13000001: compared(13000001, 'i14000001'),
  14000001: compared(14000001, 'absent', { objects: {} }),
};
const graphs = Object.fromEntries(
  Object.values(named).map((graph) => [
    `silver_dataset/scene_graph/${graph.image_id}_SceneGraph.json`,
    graph,
  ]),
);

/** Names of the parts of a stored view below a shard, by their patient group. */
async function partsOf(shard: string, view: string): Promise<string[]> {
  const found = await readdir(join(shard, 'parquet', 'derived', view)).catch(() => []);
  return found.map((name) => name.slice('patient_group='.length)).sort();
}

test('a shard has the roll-ups that need no other shard, and only these', async (t) => {
  const own = await temporaryFolder(t);
  const input = await writeFiles(join(own, 'input'), graphs);
  const [first, second] = (await shardsOf(own, 2, [{ input }])) as [string, string];
  for (const { name, scope } of storedViews()) {
    const parts = [await partsOf(first, name), await partsOf(second, name)];
    if (scope === 'release') t.deepEqual(parts, [[], []], name);
    else if (scope === 'patient')
      t.deepEqual(
        parts,
        [
          ['p10', 'p12', 'p14'],
          ['p11', 'p13'],
        ],
        name,
      );
    // p10 and p13 name an image of the other shard, p13 one that it does not know to be broken.
    else t.deepEqual(parts, [['p12', 'p14'], ['p11']], name);
  }
  const ofScope = (scope: StoredScope) =>
    storedViews().flatMap((view) => (view.scope === scope ? view.name : []));
  t.deepEqual(ofScope('release'), ['cohort']);
  t.deepEqual(ofScope('named images'), ['comparisons', 'pair_progressions']);
  const [whole, joined] = [join(own, 'whole'), join(own, 'joined')];
  await build({ input, out: whole, workers: 1 });
  await assemble({ shards: [first, second], out: joined });
  t.deepEqual(await outcomeOf(joined), await outcomeOf(whole));
});

test('roll-ups of a shard that knows other regions are not taken over', async (t) => {
  const own = await temporaryFolder(t);
  // Of a region that the release does not list the side is not known.
  const names = ['objects_detectable_by_bbox_pipeline_v1', 'objects_extracted_from_reports_v1'];
  const listed = Object.fromEntries(names.map((name) => [`semantics/${name}.txt`, 'right lung\n']));
  const release = await writeFiles(join(own, 'release'), { ...graphs, ...listed });
  const alone = join(await writeFiles(join(own, 'alone'), graphs), 'silver_dataset', 'scene_graph');
  const shards = await shardsOf(own, 2, [{ input: release }, { input: alone }]);
  const [whole, joined] = [join(own, 'whole'), join(own, 'joined')];
  await build({ input: release, out: whole, workers: 1 });
  await assemble({ shards, out: joined });
  const [expected, found] = await Promise.all([outcomeOf(whole), outcomeOf(joined)]);
  const ofViews = (files: object) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('parquet/derived/')));
  t.deepEqual(ofViews(found.files), ofViews(expected.files));
});

test('a shard goes on with the roll-ups of one that was killed, and of one with other options around them', async (t) => {
  const own = await temporaryFolder(t);
  const input = await writeFiles(join(own, 'input'), graphs);
  const out = join(own, 'shard');
  const killer = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs.appendFile;
    fs.appendFile = (...given) => {
      if (given[1].includes('/finding_transitions/')) process.kill(process.pid, 'SIGKILL');
      return original(...given);
    };
    syncBuiltinESMExports();`;
  const words = ['build', input, '--shard', '1/2', '--out', out, '--quiet', '--workers', '1'];
  const { signal } = await runImagenome(words, [
    `--import=data:text/javascript,${encodeURIComponent(killer)}`,
  ]);
  t.is(signal, 'SIGKILL');
  const [left] = (await readdir(own)).filter((name) => name.startsWith('.shard.building-'));
  const part = 'parquet/derived/region_findings/patient_group=p10/part-0.parquet';
  const { ino } = await stat(join(own, left!, part));
  const inode = async () => (await stat(join(out, part))).ino;
  await runImagenome(words);
  t.is(await inode(), ino);
  await runImagenome([...words, '--max-rejected', '0.9']);
  t.is(await inode(), ino);
  await runImagenome(words.map((word) => (word === '1/2' ? '1/3' : word)));
  t.not(await inode(), ino);
});
