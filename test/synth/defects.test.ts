import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { build } from '../../etl/build.js';
import { issueCodes, quarantineCodes } from '../../etl/diagnostics/codes.js';
import { projectFile } from '../../etl/project.js';
import { type ListDefect, listDefects } from '../../etl/synth/defects/list_table.js';
import { LEAST_IMAGES } from '../../etl/synth/defects/plan.js';
import { type Defect, defects } from '../../etl/synth/defects/table.js';
import { database, folder, type Query, release, truthOf } from './release.js';

async function warehouse(t: ExecutionContext, input: string): Promise<Query> {
  const out = join(await folder(t), 'warehouse');
  await build({ derived: 'none', input, out, workers: 2 });
  return database(join(out, 'imagenome.duckdb'));
}

async function countsOf(query: Query, table: string): Promise<Record<string, unknown>> {
  const rows = await query(`select code, count(*)::integer as n from ${table} group by 1`);
  return Object.fromEntries(rows.map(({ code, n }) => [code, n]));
}

for (const form of ['zip', 'loose'] as const) {
  test(`a build of the ${form} form finds the faults that truth.json counts`, async (t) => {
    const root = await release(t, { images: LEAST_IMAGES, seed: 8, defects: true, loose: form === 'loose' });
    const truth = await truthOf(root);
    const possible = [...defects].filter(([, { only }]) => only === undefined || only === form);
    const names = [...possible.map(([name]) => name), ...Object.keys(listDefects), 'missing_graph'];
    t.deepEqual(Object.keys(truth.defects).sort(), names.sort(), 'every fault at least once');

    const query = await warehouse(t, root);
    t.deepEqual(await countsOf(query, 'quarantine'), truth.quarantine);
    t.deepEqual(await countsOf(query, 'data_issues'), truth.data_issues);
    const [rows] = await query(`select
      (select count(*) from images)::integer as images,
      (select count(*) from objects)::integer as objects,
      (select count(*) from object_phrases)::integer as attribute_phrases,
      (select count(*) from object_attributes)::integer as attribute_strings,
      (select count(*) from phrases)::integer as phrases,
      (select count(*) from comparison_relations)::integer as relationships`);
    const { attribute_entries: _, ...counted } = truth.graphs;
    t.deepEqual(rows, counted);
    t.deepEqual(await query('select count(distinct study_id)::integer as n from images'), [
      { n: truth.studies },
    ]);
    const reasons = await query('select reason, sum(n)::integer as n from reconciliation group by reason');
    t.true(reasons.length > 18);
    for (const { reason, n } of reasons) t.is(n, truth.reconciliation[reason as string], reason as string);
    const files = await query(`
      select path, n_lines::integer as lines, n_rows::integer as rows, n_rejected::integer as rejected
      from input_files where table_name is not null and n_rows is not null`);
    t.true(files.length > 12);
    for (const { path, ...counts } of files) {
      const { changed, ...expected } = truth.tables[path as string]!;
      t.deepEqual(counts, expected, path as string);
      const lines = `select count(distinct split_part(detail, ':', 1))::integer as n from data_issues
        where location = '${path}' and starts_with(detail, 'line ')`;
      t.deepEqual(await query(lines), [{ n: changed }], `${path}: rows that are changed`);
    }
  });
}

test('the two forms together lead to every code', async (t) => {
  const planted: Pick<Defect, 'quarantine' | 'issue'>[] = [
    ...defects.values(),
    ...Object.values<ListDefect>(listDefects),
  ];
  const quarantine = new Set(
    planted.flatMap((defect) => ('quarantine' in defect ? [defect.quarantine] : [])),
  );
  const issues = new Set(planted.flatMap((defect) => ('issue' in defect ? [defect.issue] : [])));
  const ofBuilds = ['skipped_file', 'withheld_text'];
  t.deepEqual([...quarantine].sort(), Object.keys(quarantineCodes).sort());
  t.deepEqual([...issues, ...ofBuilds].sort(), Object.keys(issueCodes).sort());
});

test('a warehouse keeps the faults that no code names, as often as truth.json says', async (t) => {
  const root = await release(t, { images: 1000, seed: 9, defects: true });
  const { defects: planted } = await truthOf(root);
  const query = await warehouse(t, root);
  const [boxes] = await query(`
    select
      count(*) filter (x1 < 0)::integer as negative_corner,
      count(*) filter (y2 > 224)::integer as corner_beyond_frame,
      count(*) filter (x1 >= 224)::integer as box_outside,
      count(*) filter (x1 = x2 and y2 > y1)::integer as zero_area,
      count(*) filter (y2 < y1)::integer as inverted_box,
      count(*) filter (original_width = 0 and x2 > x1)::integer as zero_original_width,
      count(*) filter (x1 is null)::integer as null_corner,
      count(*) filter (original_x1 is null)::integer as null_original_corner,
      count(*) filter (x1 = 0 and x2 = 224)::integer as wide_box
    from objects`);
  const [images] = await query(`
    with named as (select image_id, bbox_name, count(*) as n from objects group by all),
      sides as (
        select right_box.image_id
        from objects as right_box join objects as left_box on right_box.image_id = left_box.image_id
          and left_box.bbox_name = replace(right_box.bbox_name, 'right ', 'left ')
        where right_box.bbox_name like 'right %' and right_box.x1 < 224
          and left_box.x1 > 0 and right_box.x1 > left_box.x1
      )
    select
      (select count(*) from named where n > 1)::integer as duplicate_region,
      (select count(*) from (select image_id from objects group by 1 having count(*) = 4))::integer as few_boxes,
      (select count(distinct image_id) from sides)::integer as swapped_sides,
      (select count(*) from images where gender is null and reason_for_exam is null)::integer as null_demographics,
      (select count(*) from images where study_order is null)::integer as no_study_order`);
  const [sentences] = await query(`
    select
      count(distinct image_id) filter (phrase like 'WET READ: ___%')::integer as wet_read,
      count(distinct image_id) filter (phrase = 'Appearance as described above, please correlate.')::integer
        as stock_phrase,
      count(distinct image_id) filter (phrase = 'On second thought, the contrary.')::integer as contradiction,
      count(*) filter (sent_loc <> trunc(sent_loc))::integer as fractional_sent_loc
    from phrases`);
  const [entries] = await query(`
    with described as (select distinct image_id, entry_index, is_described, exists (
        from data_issues
        where data_issues.image_id = object_phrases.image_id and data_issues.code = 'wrong_type_ignored'
      ) as has_text
      from object_phrases
    )
    select
      count(*) filter (not is_described)::integer as described_false,
      count(*) filter (is_described is null and not has_text)::integer as described_absent
    from described`);
  const [relations] = await query(`
    with compared as (select *, split(object_id, '_')[2] as previous_bbox_name from comparison_relations)
    select
      count(*) filter (previous_image_id = compared.image_id)::integer as same_image,
      count(*) filter (images.patient_id <> compared.patient_id)::integer as other_patient,
      count(*) filter (previous_bbox_name <> bbox_name)::integer as other_region,
      count(*) filter (len(comparisons) = 2)::integer as several_comparisons
    from compared left join images on previous_image_id = images.image_id`);
  for (const found of [boxes, images, sentences, entries, relations]) {
    for (const [name, count] of Object.entries(found!)) {
      t.is(count, planted[name as keyof typeof planted] as number, name);
    }
  }
});

test('the page on synthetic releases lists every fault with its rate and code', async (t) => {
  const page = await readFile(projectFile('docs', 'synthetic.md'), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, name, rate, code]) => [name, rate, code].join(' '));
  for (const [name, { rate, quarantine, issue }] of defects) {
    t.true(rows.includes(`${name} ${rate * 100} % ${quarantine ?? issue ?? '–'}`), name);
  }
  for (const [name, { quarantine, issue }] of Object.entries<ListDefect>(listDefects))
    t.true(rows.includes(`${name} once ${quarantine ?? issue ?? '–'}`), name);
});
