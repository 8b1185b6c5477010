import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test, { type ExecutionContext } from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** A copy of the warehouse in which something is not as it was published. */
async function changed(t: ExecutionContext, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(await temporaryFolder(t), 'warehouse');
  await cp(warehouse(), folder, { recursive: true });
  await change(folder);
  return folder;
}

/** Names of the checks that found something. */
async function found(folder: string): Promise<{ code: number; names: string[] }> {
  const { code, out } = await imagenome('check', folder, '--json');
  const results = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, names: results.filter(({ rows }) => rows > 0).map(({ name }) => name) };
}

/** Changes the database of a warehouse. */
async function run(folder: string, statement: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'imagenome.duckdb'));
  const connection = await instance.connect();
  await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

test('a warehouse as it was published is well', async (t) => {
  const { code, out } = await imagenome('check', warehouse());
  t.is(code, 0);
  t.regex(out, /checks, all is well\n$/);
  t.notRegex(out, /FAIL|warn/);
  t.is((await imagenome('check', warehouse(), '--quiet')).out, '');
});

test('an absent, a changed and an additional file are told', async (t) => {
  const absent = await changed(t, (folder) => rm(join(folder, 'parquet', 'labels.parquet')));
  t.deepEqual(await found(absent), { code: 1, names: ['missing_files'] });
  const other = await changed(t, (folder) => writeFile(join(folder, 'NOTICE.txt'), 'none'));
  t.deepEqual(await found(other), { code: 1, names: ['changed_files'] });
  const more = await changed(t, (folder) => writeFile(join(folder, 'more.txt'), 'more'));
  t.deepEqual(await found(more), { code: 0, names: ['unlisted_files'] });
  const unlisted = await changed(t, (folder) => rm(join(folder, 'SHA256SUMS.txt')));
  const { code, names } = await found(unlisted);
  t.is(code, 1);
  t.true(names.includes('missing_files'));
});

const faults: readonly [statement: string, check: string][] = [
  ['delete from splits where image_id = (select min(image_id) from splits)', 'rows_as_published'],
  [
    'insert into objects (image_id, study_id, patient_id, object_index, bbox_name) select image_id, study_id, patient_id, object_index, bbox_name from objects limit 1',
    'repeated_objects',
  ],
  ['insert into images select * from images limit 1', 'repeated_images'],
  ['update object_attributes set patient_id = patient_id + 1', 'object_attributes_without_image'],
  ['update object_attributes set phrase_index = phrase_index + 100', 'attributes_without_phrase'],
  ["delete from labels where label_name = 'pleural effusion'", 'findings_without_vocabulary'],
  ['create or replace table images as from images order by patient_id desc', 'images_out_of_order'],
  ['delete from phrases', 'regions_without_phrase'],
];

for (const [statement, check] of faults) {
  test(`${check} finds what it is for`, async (t) => {
    const folder = await changed(t, (folder) => run(folder, statement));
    const { code, names } = await found(folder);
    t.is(code, 1);
    t.true(names.includes(check), names.join(', '));
    t.true(names.includes('changed_files'));
  });
}
