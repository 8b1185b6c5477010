import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import { database, filesBelow, folder, hashOf, release, truthOf } from './release.js';

const small = { images: 40, seed: 6 };

for (const [layout, root] of [
  ['wrapped', 'chest-imagenome-dataset-1.0.0'],
  ['wget', 'physionet.org/files/chest-imagenome/1.0.0'],
] as const) {
  test(`the ${layout} layout is the release in the folder ${root}, and builds like it`, async (t) => {
    const [plain, within] = [await release(t, small), await release(t, { ...small, layout })];
    const own = (await filesBelow(plain)).filter((path) => !/^(truth|mimic-cxr-jpg)/.test(path));
    for (const path of own) {
      t.deepEqual(await readFile(join(within, root, path)), await readFile(join(plain, path)), path);
    }
    const out = join(await folder(t), 'warehouse');
    await build({ derived: 'none', input: within, out, workers: 1 });
    const query = await database(join(out, 'imagenome.duckdb'));
    t.deepEqual(
      await query(`select (select count(*) from images)::integer as images, (select count(*) from splits) > 0 as splits,
        (select value from build_info where key = 'is_synthetic') as is_synthetic`),
      [{ images: 40, splits: true, is_synthetic: 'true' }],
    );
  });
}

test('lists of MIMIC-CXR-JPG go where they are asked to, and nothing is written over', async (t) => {
  const mimic = join(await folder(t), 'mimic');
  const root = await release(t, { ...small, mimic });
  t.deepEqual(
    await filesBelow(mimic),
    [
      'SYNTHETIC.txt',
      ...['chexpert', 'metadata', 'negbio', 'split'].map((name) => `mimic-cxr-2.0.0-${name}.csv.gz`),
    ].sort(),
  );
  t.false((await filesBelow(root)).some((path) => path.startsWith('mimic-cxr-jpg')));
  const before = await hashOf(root);
  await t.throwsAsync(release(t, { ...small, mimic: join(root, 'gold_dataset') }), {
    message: /gold_dataset/,
  });
  t.is(await hashOf(root), before);
  for (const [out, within] of [
    [root, join(root, 'mimic')],
    [join(mimic, 'release'), mimic],
  ] as const) {
    await t.throwsAsync(synthesize({ ...small, out, mimic: within }), { message: /outside of --out/ });
  }
  t.is(await hashOf(root), before);
});

test('as many gold patients as asked for, each with a first study and a later one', async (t) => {
  for (const goldPatients of [0, 25, 60, 100]) {
    const root = await release(t, { images: 200, seed: 7, goldPatients, loose: true });
    const truth = await truthOf(root);
    t.is(truth.graphs.images, 200);
    t.is(truth.gold.patients, goldPatients);
    if (goldPatients === 0) continue;
    const query = await database();
    const gold = (name: string) => `read_csv('${root}/gold_dataset/${name}', all_varchar = true)`;
    const found = await query(`
      with graphs as (
        from read_json('${root}/silver_dataset/scene_graph/*.json', format = 'unstructured', records = true,
          columns = {image_id: 'varchar', patient_id: 'varchar', viewpoint: 'varchar', "StudyOrder": 'integer'})
      ),
      exams as (
        select patient_id, min("StudyOrder") as first_order, count(*) as images
        from ${gold('gold_bbox_scaling_factors_original_to_224x224.csv')} as scaling
        join graphs on scaling.image_id = graphs.image_id || '.dcm'
        where viewpoint in ('AP', 'PA')
        group by 1
      )
      select count(*)::integer as patients, count(*) filter (first_order = 1 and images = 2)::integer as complete from exams`);
    t.deepEqual(found, [{ patients: goldPatients, complete: goldPatients }]);
    const [avoided] = await query(`
      select count(distinct subject_id)::integer as n from read_csv('${root}/silver_dataset/splits/images_to_avoid.csv')`);
    t.is(avoided!.n, goldPatients);
  }
});

test('the RDF file has the edges that the warehouse has, one key per study', async (t) => {
  const root = await release(t, { images: 80, seed: 8, rdf: true });
  const out = join(await folder(t), 'warehouse');
  await build({ derived: 'none', input: root, out, workers: 1 });
  const path = join(root, 'silver_dataset/study_level_attribute_rdfgraphs.json');
  const graphs = Object.entries(JSON.parse(await readFile(path, 'utf8')) as Record<string, string[][][]>);
  const written = graphs.flatMap(([study_id, edges]) =>
    edges.map((edge) => [study_id, ...edge.flat()].join(' ')),
  );
  const query = await database(join(out, 'imagenome.duckdb'));
  const own = await query(`
    select distinct concat_ws(' ', study_id, subject, subject_type, object, object_type, relation) as edge
    from rdf_edges
    where not regexp_matches(subject_type, '^(severity|temporal|texture|laterality)_')`);
  t.deepEqual(written.sort(), own.map(({ edge }) => edge).sort() as string[]);
  const [studies] = await query('select count(distinct study_id)::integer as n from images');
  t.is(graphs.length, studies!.n as number);
});
