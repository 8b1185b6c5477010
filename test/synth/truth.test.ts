import test from 'ava';
import { database, graphsOf, release, truthOf } from './release.js';

test('truth.json counts what DuckDB finds in the files', async (t) => {
  const root = await release(t, { images: 300, seed: 5, loose: true });
  const truth = await truthOf(root);
  const query = await database();
  await query(`create table graphs as from ${graphsOf(root)}`);
  const found = await query(`
    with entries as (select image_id, unnest(attributes) as entry from graphs)
    select
      (select count(*) from graphs)::integer as images,
      (select sum(len(objects)) from graphs)::integer as objects,
      (select count(*) from entries)::integer as attribute_entries,
      (select sum(len(entry.attributes)) from entries)::integer as attribute_phrases,
      (select sum(len(flatten(entry.attributes))) from entries)::integer as attribute_strings,
      (select count(*) from (select distinct image_id, unnest(entry."phrase_IDs") from entries))::integer as phrases,
      (select sum(len(relationships)) from graphs)::integer as relationships`);
  t.deepEqual(found, [truth.graphs as unknown as Record<string, unknown>]);
  t.deepEqual(await query('select count(distinct study_id)::integer as n from graphs'), [
    { n: truth.studies },
  ]);
  t.is(truth.graphs.images, 300);
  t.deepEqual([truth.quarantine, truth.data_issues], [{}, {}]);
});

test('rows of splits without a graph are as many as truth.json says', async (t) => {
  const root = await release(t, { images: 600, seed: 2, loose: true });
  const query = await database();
  const splits = ['train', 'valid', 'test'].map((name) => `'${root}/silver_dataset/splits/${name}.csv'`);
  const [row] = await query(`
    select count(*)::integer as n
    from read_csv([${splits}]) as split
    where not exists (
      from glob('${root}/silver_dataset/scene_graph/*') where contains(file, split.dicom_id)
    )`);
  const found = row!.n as number;
  t.is(found, (await truthOf(root)).defects.missing_graph!);
  t.true(found > 0);
});

test('gold comparisons differ from the graphs as often as truth.json says', async (t) => {
  const root = await release(t, { images: 400, seed: 4, loose: true, goldPatients: 150 });
  const { gold } = await truthOf(root);
  const query = await database();
  const [found] = await query(`
    with relations as (select unnest(relationships) as relation from ${graphsOf(root)}),
      automatic as (
        select distinct relation.relationship_id as id, relation.bbox_name as bbox, split_part(relation.relationship_names[1], '|', 3) as comparison,
          relation.subject_id as subject_id, relation.object_id as object_id
        from relations
      ),
      settled as (
        select distinct relationship_id as id, bbox, comparison, current_image_id, previous_image_id
        from read_csv('${root}/gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt',
          delim = e'\\t', quote = '"', all_varchar = true)
      ),
      sentences as (
        select distinct image_id, row_number() over () as place
        from read_csv('${root}/gold_dataset/gold_bbox_scaling_factors_original_to_224x224.csv', all_varchar = true)
      ),
      pairs as (
        select replace(later.image_id, '.dcm', '') as current_image_id, replace(earlier.image_id, '.dcm', '') as previous_image_id
        from sentences as later join sentences as earlier on later.place % 2 = 0 and earlier.place = later.place - 1
      ),
      expected as (
        select automatic.* from automatic join pairs
          on split_part(subject_id, '_', 1) = current_image_id and split_part(object_id, '_', 1) = previous_image_id
      )
    select
      count(*) filter (expected.id is null)::integer as missed,
      count(*) filter (settled.id is null)::integer as dropped,
      count(*) filter (settled.comparison like '%;;%')::integer as joined,
      count(*) filter (settled.comparison <> expected.comparison and settled.comparison not like '%;;%')::integer as changed,
      count(*) filter (settled.bbox <> expected.bbox)::integer as moved
    from settled full join expected using (id)`);
  t.deepEqual(found, gold.comparisons as unknown as Record<string, unknown>);
  t.true(Object.values(gold.comparisons).every((count) => count > 0));
});

test('gold files differ from the graphs as often as truth.json says', async (t) => {
  const root = await release(t, { images: 300, seed: 4, loose: true, goldPatients: 60 });
  const { gold } = await truthOf(root);
  const query = await database();
  await query(`create table graphs as from ${graphsOf(root)}`);
  await query(`create table settled as
    select distinct row_id, bbox, "categoryID" as category_id, label_name, context
    from read_csv('${root}/gold_dataset/gold_attributes_relations_500pts_500studies1st.txt', delim = e'\\t', quote = '"')`);
  const [found] = await query(`
    with entries as (select unnest(attributes) as entry from graphs),
      sentences as (
        select entry.bbox_name as bbox, unnest(entry."phrase_IDs") as row_id, unnest(entry.attributes) as strings
        from entries
      ),
      automatic as (select distinct row_id, bbox, split(unnest(strings), '|') as parts from sentences)
    select
      count(*) filter (parts is not null and parts[2] <> context)::integer as flipped,
      count(*) filter (parts is null)::integer as added
    from settled
    left join automatic
      on settled.row_id = automatic.row_id and settled.bbox = automatic.bbox
      and category_id = parts[1] and label_name = parts[3]`);
  t.is(found!.flipped, gold.findings.flipped);
  t.true(gold.findings.moved > 0 && gold.findings.flipped > 0);
  t.is(found!.added, gold.findings.added + gold.findings.moved);
});
