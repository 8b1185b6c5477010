import { join } from 'node:path';
import test from 'ava';
import { database, release, truthOf } from './release.js';

test('no image is in two lists, no patient in two splits, and the lists have the rows that truth.json counts', async (t) => {
  const root = await release(t, { images: 600, seed: 3 });
  const { rows } = await truthOf(root);
  const query = await database();
  for (const [path, count] of Object.entries(rows)) {
    const delimiter = path.includes('.txt') ? '\\t' : ',';
    const csv = `read_csv('${join(root, path)}', delim = e'${delimiter}', quote = '"', all_varchar = true)`;
    t.deepEqual(await query(`select count(*)::integer as n from ${csv}`), [{ n: count }], path);
  }
  const splits = `(select subject_id, dicom_id, filename from read_csv('${root}/silver_dataset/splits/*.csv',
    union_by_name = true, filename = true))`;
  t.deepEqual(
    await query(`select (count(*) - count(distinct dicom_id))::integer as repeated from ${splits}`),
    [{ repeated: 0 }],
  );
  t.deepEqual(
    await query(`select subject_id from ${splits} group by 1 having count(distinct filename) > 1`),
    [],
  );
});

test('the lists of MIMIC-CXR-JPG say of each image and study what the release says', async (t) => {
  const root = await release(t, { images: 300, seed: 3, loose: true, gzip: true });
  const query = await database();
  const mimic = (name: string) =>
    `read_csv('${root}/mimic-cxr-jpg/mimic-cxr-2.0.0-${name}.csv.gz', all_varchar = true)`;
  const images = `read_json('${root}/silver_dataset/scene_graph/*.json', format = 'unstructured', records = true,
    columns = {image_id: 'varchar', study_id: 'varchar', "StudyOrder": 'integer', "StudyDateTime": 'varchar'})`;
  const [times] = await query(`
    with taken as (
      select dicom_id as image_id, study_id, subject_id, "StudyTime" as study_time,
        strptime("StudyDate" || lpad(split_part("StudyTime", '.', 1), 6, '0'), '%Y%m%d%H%M%S') as taken
      from ${mimic('metadata')}
    ),
    studies as (select distinct subject_id, study_id, taken from taken),
    ranked as (
      select *, rank() over (partition by subject_id order by taken) as least,
        count(*) over (partition by subject_id order by taken range unbounded preceding) as most
      from studies
    )
    select count(*)::integer as n, count(*) filter ("StudyOrder" between least and most)::integer as same_order,
      count(*) filter (least < most)::integer as tied,
      count(*) filter (taken.taken = strptime("StudyDateTime", '%Y-%m-%d %H:%M:%S UTC'))::integer as same_time,
      count(*) filter (study_time similar to '0[0-9].*')::integer as padded,
      count(*) filter (length(split_part(study_time, '.', 1)) < 6)::integer as short
    from ${images} join taken using (image_id, study_id) join ranked using (study_id)`);
  t.like(times, { n: 300, same_order: 300, same_time: 300, padded: 0 });
  t.true((times!.tied as number) > 0, 'some studies have the same time');
  t.true((times!.short as number) > 20);
  t.deepEqual(
    await query(`select split, count(*) > 0 as some from ${mimic('split')} where split = 'train' group by 1`),
    [{ split: 'train', some: true }],
  );
  const values = `select distinct "Pleural Effusion" as label from ${mimic('chexpert')} order by 1 nulls first`;
  t.deepEqual(
    (await query(values)).map(({ label }) => label),
    [null, '-1.0', '0.0', '1.0'],
  );
  const [labels] = await query(`
    select count(*)::integer as n, count(*) filter (one."Pneumothorax" is distinct from two."Pneumothorax")::integer as other
    from ${mimic('chexpert')} as one join ${mimic('negbio')} as two using (study_id)`);
  t.true((labels!.n as number) > 250 && (labels!.other as number) < 20);
});
