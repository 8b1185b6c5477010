import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { graphTableNames } from '../../etl/schema/index.js';
import { writeFiles } from '../helpers/files.js';
import { attributesOf, graphOf, objectOf, relationshipOf } from '../helpers/graph.js';
import { footerOf, parquetRows, partsOf } from '../helpers/parquet.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withWarehouse } from '../helpers/warehouse.js';

/** Numbers of distinct values in a chunk at which its codes, or the way they are handed over, change their width. */
const distinct = [1, 255, 256, 257, 2048, 2049, 20_000, 20_001, 65_536];

test('a chunk holds any number of distinct values, texts and lists', async (t) => {
  const folder = await temporaryFolder(t);
  const files = distinct.map((count, i) => {
    const image_id = `image ${count}`;
    const objects = Array.from({ length: count }, (_, j) =>
      objectOf({ name: `name ${j}`, synsets: [`A${j};;`, `B${j}`] }),
    );
    const relationships = Array.from({ length: Math.min(count, 2049) }, (_, j) =>
      relationshipOf({
        relationship_names: ['comparison|yes|improved', 'comparison|yes|worsened'],
        relationship_contexts: [j / 4, j % 3 === 0 ? null : -j],
      }),
    );
    const patient_id = (10 + i) * 1_000_000;
    return [
      `${image_id}.json`,
      graphOf({ image_id, patient_id, objects: [objectOf({ name: null }), ...objects], relationships }),
    ];
  });
  const input = await writeFiles(join(folder, 'input'), Object.fromEntries(files));
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 2 });
  await withWarehouse(out, async (ask) => {
    for (const objects of ['objects', `read_parquet('${out}/parquet/objects/*/*.parquet')`]) {
      t.deepEqual(
        await ask(`
          select cast(split(image_id, ' ')[2] as integer) as image, (count(*) - 1)::integer as n,
            (count(distinct umls_name))::integer as names, (count(distinct cuis) - 1)::integer as concepts,
            count(*) filter (umls_name is distinct from nullif('name ' || (object_index - 1), 'name -1'))::integer as other_names,
            count(*) filter (object_index > 0 and cuis <> ['A' || (object_index - 1), 'B' || (object_index - 1)])::integer as other_concepts
          from ${objects} group by all order by all`),
        distinct.map((n) => ({ image: n, n, names: n, concepts: n, other_names: 0, other_concepts: 0 })),
      );
    }
    for (const relations of [
      'comparison_relations',
      `read_parquet('${out}/parquet/comparison_relations/*/*.parquet')`,
    ]) {
      t.deepEqual(
        await ask(`
          select count(*)::integer as n,
            count(*) filter (relationship_contexts <> [
              relationship_index / 4, if(relationship_index % 3 = 0, null, -relationship_index)
            ])::integer as other
          from ${relations}`),
        [{ n: distinct.reduce((sum, n) => sum + Math.min(n, 2049), 0), other: 0 }],
      );
    }
  });
});

test('texts of megabytes pass as they are', async (t) => {
  const folder = await temporaryFolder(t);
  const long = '肺 and lung; '.repeat(400_000);
  const graph = graphOf({
    reason_for_exam: long,
    attributes: [attributesOf({ phrases: [`${long}.`], sections: [long.slice(0, 100_000)] })],
    relationships: [
      relationshipOf({ phrase: long, relationship_id: long.slice(0, 5000) }),
      relationshipOf({ predicate: `['${'a'.repeat(20_000_000)}']` }),
    ],
  });
  const out = join(folder, 'warehouse');
  await build({
    derived: 'none',
    input: await writeFiles(join(folder, 'input'), { 'a.json': graph }),
    out,
    workers: 1,
  });
  const [image] = await parquetRows(out, 'images');
  const [phrase] = await parquetRows(out, 'phrases');
  t.true(image!.reason_for_exam === long && phrase!.phrase === `${long}.`);
  t.is((phrase!.section as string).length, 100_000);
  const [, relation] = await parquetRows(out, 'comparison_relations');
  t.is((relation!.predicates as string[])[0]!.length, 20_000_000);
});

test('a patient of more images than a chunk holds has one file, tables without rows have files too', async (t) => {
  const folder = await temporaryFolder(t);
  const lines = Array.from({ length: 2500 }, (_, i) =>
    graphOf({ image_id: `image ${i}`, patient_id: 10000001, StudyOrder: i }),
  );
  const others = [
    graphOf({ image_id: 'before', patient_id: 10000000 }),
    graphOf({ image_id: 'after', patient_id: 10000002, objects: [objectOf()] }),
  ];
  const input = await writeFiles(join(folder, 'input'), {
    'graphs.jsonl': [...lines, ...others].map((graph) => JSON.stringify(graph)).join('\n'),
  });
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input: join(input, 'graphs.jsonl'), out, workers: 2 });
  for (const table of graphTableNames) {
    const rows = await Promise.all(
      (await partsOf(out, table)).map(async (part) => [
        part.split('/').slice(-2).join('/'),
        Number((await footerOf(join(out, part))).num_rows),
      ]),
    );
    const [first, middle, last] =
      table === 'images' ? [1, 2500, 1] : table === 'objects' ? [0, 0, 1] : [0, 0, 0];
    t.deepEqual(
      rows,
      [first, middle, last].map((n, part) => [`patient_group=p10/part-${part}.parquet`, n]),
      table,
    );
  }
  const images = await parquetRows(out, 'images');
  t.deepEqual(
    images.map(({ image_id }) => image_id),
    ['before', ...lines.map(({ image_id }) => image_id), 'after'],
  );
});

test('a patient group is named by the first two digits, however many there are', async (t) => {
  const folder = await temporaryFolder(t);
  const patients = [5, 10, 19, 21, 101, 10000001, 2147483647];
  const files = patients.map((patient_id) => [
    `${patient_id}.json`,
    graphOf({ image_id: `i${patient_id}`, patient_id }),
  ]);
  const input = await writeFiles(join(folder, 'input'), Object.fromEntries(files));
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input, out, workers: 1 });
  const groups = (await readdir(join(out, 'parquet', 'images'))).sort();
  t.deepEqual(
    groups,
    ['p10', 'p19', 'p21', 'p5'].map((group) => `patient_group=${group}`),
  );
  await withWarehouse(out, async (ask) => {
    t.deepEqual(
      await ask('select patient_id from images'),
      patients.map((patient_id) => ({ patient_id })),
    );
    t.deepEqual(
      await ask(`select count(*)::integer as n from read_parquet('${out}/parquet/images/*/*.parquet', hive_partitioning = true)
        where patient_group <> 'p' || left(patient_id::varchar, 2)`),
      [{ n: 0 }],
    );
  });
});
