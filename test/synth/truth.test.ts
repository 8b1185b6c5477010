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

test('gold files differ from the graphs as often as truth.json says', async (t) => {
  const root = await release(t, { images: 1000, seed: 4, loose: true });
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
  t.is(found!.added, gold.findings.added);
  t.true(gold.findings.flipped + gold.findings.added + gold.findings.dropped > 0);
});
