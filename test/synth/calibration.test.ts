import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { synthesize } from '../../etl/synth/index.js';
import { database, graphsOf, type Query, release } from './release.js';

const IMAGES = 1200;

/** Published rates at which a region has an entry, in percent of the graphs. */
const mentioned = {
  'left lung': 97.4,
  'right lung': 97.3,
  'cardiac silhouette': 76.3,
  'left costophrenic angle': 73.5,
  'right costophrenic angle': 72.4,
  mediastinum: 72.2,
  'right hilar structures': 57.6,
  'left hilar structures': 57.1,
  'upper mediastinum': 39.9,
  'left lower lung zone': 37.8,
  'right lower lung zone': 33.7,
  neck: 21.7,
  abdomen: 20.3,
  'right chest wall': 18.0,
  'left chest wall': 17.2,
  spine: 16.5,
  'right clavicle': 13.7,
  trachea: 13.3,
  'left mid lung zone': 12.1,
  'right apical zone': 10.9,
  'aortic arch': 9.9,
  svc: 8.2,
  'right upper lung zone': 6.9,
  carina: 6.0,
  'left shoulder': 3.8,
  'cavoatrial junction': 2.2,
};

/** That each measured value is within so much of the published one. */
function near(
  t: ExecutionContext,
  measured: Record<string, unknown>,
  published: Record<string, readonly [value: number, tolerance: number]>,
): void {
  for (const [name, [value, tolerance]] of Object.entries(published)) {
    const found = Number(measured[name]);
    t.true(Math.abs(found - value) <= tolerance, `${name}: expected ${value} ± ${tolerance}, found ${found}`);
  }
}

let root: string;
let query: Query;

test.before(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'synth-')), 'release');
  await synthesize({ images: IMAGES, seed: 1, loose: true, out: root });
  query = await database();
  await query(`create table graphs as from ${graphsOf(root)}`);
  await query('create table entries as select image_id, unnest(attributes) as entry from graphs');
  await query(`create table strings as
    select distinct image_id, entry.bbox_name as bbox_name, unnest(flatten(entry.attributes)) as string from entries`);
});

test.after.always(() => rm(dirname(root), { recursive: true, force: true }));

test('graphs and lists are as frequent as published', async (t) => {
  const [counts] = await query(`
    select avg(len(objects)) as objects, avg(len(attributes)) as entries,
      count(*) / count(distinct study_id) as images_a_study,
      count(distinct study_id) / count(distinct patient_id) as studies_a_patient,
      100 * count(*) filter (viewpoint = 'AP') / count(*) as ap
    from graphs`);
  near(t, counts!, {
    objects: [35.74, 0.15],
    entries: [9.67, 0.4],
    images_a_study: [1.115, 0.03],
    studies_a_patient: [3.48, 0.6],
    ap: [60.6, 5],
  });
  const [rows] = await query(`
    select count(*) / ${IMAGES} as findings from (
      select distinct image_id, bbox_name, split(string, '|')[1], split(string, '|')[3] from strings
      where split(string, '|')[1] not in ('severity', 'temporal', 'texture', 'laterality', 'comparison')
    )`);
  near(t, rows!, { findings: [30, 1.5] });
  const rates = await query(`
    select entry.bbox_name as name, 100 * count(distinct image_id) / ${IMAGES} as rate from entries group by 1`);
  near(
    t,
    Object.fromEntries(rates.map(({ name, rate }) => [name as string, rate])),
    Object.fromEntries(Object.entries(mentioned).map(([name, rate]) => [name, [rate, 5]])),
  );
  const polarity = await query(`
    select split(string, '|')[3] as label, count(*) / ${IMAGES} as a_graph,
      100 * count(*) filter (string like '%|yes|%') / count(*) as affirmed
    from strings where string like '%|pleural effusion' or string like '%|pneumothorax' group by 1 order by 1`);
  t.is(polarity.length, 2);
  near(t, polarity[0]!, { a_graph: [3.14, 0.3], affirmed: [35.5, 5] });
  near(t, polarity[1]!, { a_graph: [1.5, 0.2], affirmed: [6.7, 2.5] });
  const sections = await query(`
    with sentences as (
      from read_csv('${root}/silver_dataset/cxr-mimic-v2.0.0-processed-sentences_all.txt',
        delim = e'\\t', quote = '"', all_varchar = true)
    )
    select section, 100 * count(*) / sum(count(*)) over () as percent,
      sum(count(*)) over () / (select count(distinct rad_id) from sentences) as a_report
    from sentences group by 1 order by 1`);
  t.deepEqual(
    sections.map(({ section }) => section),
    ['finalreport', 'history', 'prelimread'],
  );
  near(t, sections[0]!, { percent: [87.9, 1.5], a_report: [10.27, 0.6] });
  near(t, sections[1]!, { percent: [9.5, 1] });
  near(t, sections[2]!, { percent: [2.5, 1] });
});

test('boxes are described and abnormal as often as published', async (t) => {
  const [found] = await query(`
    with boxes as (select image_id, unnest(objects).bbox_name as bbox_name from graphs),
      published as (
        from boxes where bbox_name not in ('right cardiophrenic angle', 'left cardiophrenic angle',
          'left cardiac silhouette', 'right cardiac silhouette', 'descending aorta', 'left upper abdomen',
          'right upper abdomen')
      ),
      described as (
        select image_id, bbox_name, bool_or(string = 'nlp|yes|abnormal') as is_abnormal from strings group by all
      )
    select 100 * count(is_abnormal) / count(*) as described, 100 * count(*) filter (is_abnormal) / count(*) as abnormal
    from published left join described using (image_id, bbox_name)`);
  near(t, found!, { described: [31.2, 1.5], abnormal: [14.5, 1.5] });
});

test('files have the size of those of the dataset, unpacked and packed', async (t) => {
  const [loose] = await query(
    `select avg(size) as bytes from read_blob('${root}/silver_dataset/scene_graph/*.json')`,
  );
  const bytes = Number(loose!.bytes);
  t.true(bytes > 38_000 && bytes < 46_000, `${bytes} bytes a graph`);
  const zipped = await release(t, { images: IMAGES, seed: 1 });
  const { size } = statSync(join(zipped, 'silver_dataset/scene_graph.zip'));
  const ratio = size / (bytes * IMAGES);
  t.true(ratio > 0.08 && ratio < 0.12, `packed to ${ratio}`);
});
