import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { findingClasses } from '../../etl/synth/finding_classes.js';
import { habits } from '../../etl/synth/habits.js';
import { synthesize } from '../../etl/synth/index.js';
import { database, graphsOf, type Query, truthOf } from './release.js';

const options = { images: 2400, seed: 1, goldPatients: 160, loose: true };

/** Published shares, percent: positive images whose sentence states the side, positive (region, finding) pairs with a place. */
const published: Readonly<Record<string, readonly [side: number, place: number]>> = {
  Atelectasis: [87.8, 81.2],
  Cardiomegaly: [12.9, 10.2],
  Consolidation: [88.7, 80.5],
  Edema: [44.5, 22.9],
  'Enlarged Cardiomediastinum': [32, 28],
  Fracture: [63.7, 28.6],
  'Lung Lesion': [79.7, 67.6],
  'Lung Opacity': [85.9, 56.4],
  'Pleural Effusion': [90.3, 45.2],
  'Pleural Other': [82.2, 72],
  Pneumonia: [69.7, 66.8],
  Pneumothorax: [89.3, 61.3],
  'Support Devices': [65.9, 28],
};

let root: string;
let query: Query;

test.before(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'synth-')), 'release');
  await synthesize({ ...options, out: root });
  query = await database();
  await query(`create table graphs as from ${graphsOf(root)}`);
  await query(`create table mentions as
    with entries as (select image_id, unnest(attributes) as entry from graphs),
      sentences as (
        select image_id, entry.bbox_name as bbox_name, unnest(entry.phrases) as phrase, unnest(entry.attributes) as strings,
          split_part(unnest(entry."phrase_IDs"), '|', 2)::integer as sent_loc, generate_subscripts(entry.phrases, 1) as place
        from entries
      ),
      strings as (select *, split(unnest(strings), '|') as string from sentences)
    select * exclude (strings, string), string[1] as category_id, string[2] as relation, string[3] as label_name from strings`);
});

test.after.always(() => rm(dirname(root), { recursive: true, force: true }));

/** That a measured share, in percent of n, is a published one: within three standard deviations and so many points more. */
function near(
  t: ExecutionContext,
  name: string,
  found: unknown,
  share: number,
  n: unknown,
  points: number,
): void {
  const deviation = 100 * Math.sqrt(((share / 100) * (1 - share / 100)) / Number(n));
  const isNear = Math.abs(Number(found) - share) <= 3 * deviation + points;
  t.true(isNear, `${name}: expected ${share}, found ${found} of ${n}`);
}

test('sentences state side and place as often as published', async (t) => {
  const classes = Object.entries(findingClasses).flatMap(([name, labels]) =>
    labels.map((label) => `('${name}', '${label}')`),
  );
  const rows = await query(`
    with classes as (from (values ${classes}) as classes (class, label_name)),
      positive as (
        select class, image_id, bbox_name,
          bool_or(regexp_matches(phrase, '\\b(right|left|both|bilateral)\\b', 'i')) as has_side,
          bool_or(regexp_matches(phrase, '\\b(zones?|hilar|angles?)\\b', 'i')) as has_place
        from mentions join classes using (label_name)
        where relation = 'yes'
        group by all
      ),
      images as (select class, image_id, bool_or(has_side) as has_side from positive group by all),
      sides as (select class, count(*) as n, 100 * avg(has_side::integer) as side from images group by all),
      places as (select class, 100 * avg(has_place::integer) as place from positive group by all)
    from sides join places using (class)`);
  t.deepEqual(rows.map((row) => row.class as string).sort(), Object.keys(published).sort());
  for (const { class: name, n, side, place } of rows) {
    const [publishedSide, publishedPlace] = published[name as string]!;
    near(t, `side of ${name}`, side, publishedSide, n, 4);
    near(t, `place of ${name}`, place, publishedPlace, n, 6);
  }
});

test('a finding whose sentence names no side is in the regions of both sides', async (t) => {
  const [row] = await query(`
    with unsided as (
      select distinct image_id, sent_loc, label_name, relation, bbox_name from mentions
      where not regexp_matches(phrase, '\\b(right|left|both|bilateral)\\b', 'i') and regexp_matches(bbox_name, '^(right|left) ') and bbox_name <> 'right atrium'
        and category_id in ('anatomicalfinding', 'disease')
    )
    select count(*)::integer as n,
      count(*) filter (not exists (
        from unsided as other
        where other.image_id = unsided.image_id and other.sent_loc = unsided.sent_loc and other.label_name = unsided.label_name
          and other.bbox_name = if(starts_with(unsided.bbox_name, 'left'), replace(unsided.bbox_name, 'left', 'right'),
            replace(unsided.bbox_name, 'right', 'left'))
      ))::integer as alone
    from unsided`);
  t.true((row!.n as number) > 1000);
  t.is(row!.alone, 0);
});

test('what is written last is not always the last mention', async (t) => {
  const [row] = await query(`
    with last as (
      select arg_max(relation, place) as written_last, arg_max(relation, sent_loc * 2 + (relation = 'yes')::integer) as last_mention
      from mentions group by image_id, bbox_name, category_id, label_name
    ),
    entries as (
      select image_id, bbox_name, list(sent_loc order by place) as sent_locs
      from (select distinct image_id, bbox_name, place, sent_loc from mentions) group by all having count(*) > 1
    )
    select (select count(*) from last where written_last <> last_mention)::integer as different,
      (select count(*) from entries)::integer as n,
      (select 100 * avg((sent_locs <> list_sort(sent_locs))::integer) from entries) as disordered`);
  t.true(
    (row!.different as number) >= 5,
    `${row!.different} findings of which the two rules say different things`,
  );
  near(t, 'entries out of order', row!.disordered, 100 * habits.entryOutOfOrder, row!.n, 2);
});

test('some findings are affirmed of regions that are not called abnormal', async (t) => {
  const [row] = await query(`
    with regions as (
      select bool_or(relation = 'yes' and category_id not in ('nlp', 'severity', 'temporal', 'texture', 'laterality')) as has_finding,
        bool_or(label_name = 'abnormal' and relation = 'yes') as is_abnormal
      from mentions group by image_id, bbox_name
    )
    select count(*)::integer as n, 100 * avg((not is_abnormal)::integer) as share from regions where has_finding`);
  near(t, 'not abnormal', row!.share, 4, row!.n, 1.5);
});

test('some previous images are not earlier, and some comparisons deny a finding', async (t) => {
  const [silver] = await query(`
    with relations as (select "StudyDateTime" as taken, unnest(relationships) as relation from graphs),
      pairs as (
        select relations.taken, previous."StudyDateTime" as previously, relation
        from relations join graphs as previous on split_part(relation.object_id, '_', 1) = previous.image_id
      )
    select count(*) filter (previously >= taken) > 0 as not_earlier, count(*) filter (previously > taken) > 0 as later,
      count(*)::integer as n,
      100 * avg((len(list_filter(relation.attributes, lambda attribute: contains(attribute, '|no|'))) > 0)::integer) as denying
    from pairs`);
  t.like(silver, { not_earlier: true, later: true });
  near(t, 'comparisons that deny', silver!.denying, 10, silver!.n, 3);
  const gold = `read_csv('${root}/gold_dataset/gold_object_comparison_with_coordinates.txt', delim = e'\\t', quote = '"')`;
  const [row] = await query(`
    select count(distinct current_image_id)::integer as n,
      100 * avg((previous."StudyDateTime" >= current."StudyDateTime")::integer) as not_earlier
    from ${gold} as gold
    join graphs as current on current.image_id = current_image_id
    join graphs as previous on previous.image_id = previous_image_id`);
  near(t, 'gold rows that are not earlier', row!.not_earlier, (100 * 187) / 3921, row!.n, 0);
});

test('silver and gold comparisons of a sentence deny the same findings', async (t) => {
  const [row] = await query(`
    with relations as (select unnest(relationships) as relation from graphs),
      silver as (select relation.relationship_id as relationship_id, unnest(relation.attributes) as attribute from relations),
      gold as (
        from read_csv('${root}/gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt', delim = e'\\t', quote = '"')
        where context = 'no'
      )
    select count(*)::integer as n,
      count(*) filter (not exists (from silver where silver.relationship_id = gold.relationship_id
        and silver.attribute = concat_ws('|', gold."categoryID", 'no', gold.label_name)))::integer as different
    from gold
    where relationship_id in (select relationship_id from silver)`);
  t.true((row!.n as number) > 5);
  t.is(row!.different, 0);
});

test('graphs find a change as often as published, and are as often right about it', async (t) => {
  const [row] = await query(`
    with gold as (
      select distinct current_image_id as image_id
      from read_csv('${root}/gold_dataset/gold_comparison_relations_500pts_500studies2nd.txt', delim = e'\\t', quote = '"')
    )
    select count(*)::integer as n, 100 * avg((len(relationships) > 0)::integer) as recall from gold join graphs using (image_id)`);
  near(t, 'recall of a change', row!.recall, 71.2, row!.n, 0);
});

test('rows of gold files are as long as the real ones', async (t) => {
  const { gold } = await truthOf(root);
  for (const [name, bytes] of [
    ['gold_attributes_relations_500pts_500studies1st.txt', 405],
    ['gold_object_attribute_with_coordinates.txt', 473],
    ['gold_comparison_relations_500pts_500studies2nd.txt', 571],
    ['gold_object_comparison_with_coordinates.txt', 538],
  ] as const) {
    const { size } = statSync(join(root, 'gold_dataset', name));
    const found = size / gold.rows[name]!;
    t.true(Math.abs(found / bytes - 1) < 0.15, `${name}: expected ${bytes} bytes per row, found ${found}`);
  }
});
