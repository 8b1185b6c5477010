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

test('an absent, a changed and an additional file are found', async (t) => {
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

test('tables that are not those of the Parquet files are found, and so are faults of their rows', async (t) => {
  const fewer = await changed(t, (folder) =>
    run(folder, 'delete from splits where image_id = (select min(image_id) from splits)'),
  );
  t.deepEqual(await found(fewer), { code: 1, names: ['changed_files', 'rows_as_published'] });
  const other = await changed(t, (folder) => run(folder, 'update phrases set study_id = study_id + 1'));
  t.deepEqual(await found(other), { code: 1, names: ['changed_files', 'phrases_without_images'] });
});
