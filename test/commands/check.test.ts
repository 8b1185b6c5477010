import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test, { type ExecutionContext } from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { Damaged } from '../verify/published/damaged.js';

const warehouse = sharedWarehouse(test);

/** A copy of the warehouse in which something is not as it was published. */
async function changed(t: ExecutionContext, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(await temporaryFolder(t), 'warehouse');
  await cp(warehouse(), folder, { recursive: true });
  await change(folder);
  return folder;
}

/** Names of the checks that found something. */
async function found(folder: string, ...options: string[]): Promise<{ code: number; names: string[] }> {
  const { code, out } = await imagenome('check', folder, '--json', ...options);
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

test('what is found fits into 80 columns and says subject, expected, found and what to do', async (t) => {
  const folder = await changed(t, async (folder) => {
    await rm(join(folder, 'parquet', 'labels.parquet'));
    await run(folder, 'drop view demographics');
  });
  const { code, out } = await imagenome('check', folder, '--quiet');
  t.is(code, 1);
  t.deepEqual(
    out.split('\n').filter((line) => line.length > 80),
    [],
  );
  t.true(
    out.includes(`FAIL  missing_files: Files that are listed and absent: 1
      - parquet/labels.parquet: expected a file, as it is listed, found nothing
      → fetch the folder again from where it came, or build it again
`),
    out,
  );
  t.regex(out, /^ {6}- view main\.demographics: expected a view, found none of this name$/m);
});

test('a warning does not fail', async (t) => {
  const folder = await changed(t, async (folder) => {
    // Another version has other views: what differs is no fault of the folder.
    const copy = new Damaged(folder);
    copy.editManifest(({ build }) => {
      build.version = '0.0.1';
    });
    await copy.run(`update build_info set value = '0.0.1' where key = 'version'; drop view demographics`);
    await copy.renew('manifest');
  });
  const { code, out } = await imagenome('check', folder);
  t.is(code, 0, out);
  t.regex(out, /^warn {2}missing_views: /m);
  t.regex(out, /of version 0\.0\.1, this is .*:\s+check\s+it\s+with\s+the\s+version\s+that\s+built\s+it/);
  t.regex(out, /checks, 0 failed, 2 with a warning\n$/);
});

test('--quick opens no Parquet file, but compares their checksums', async (t) => {
  const folder = await changed(t, async (folder) => {
    const copy = new Damaged(folder);
    await copy.rewrite(copy.part('images'), 'select * exclude (gender) from part');
    await copy.renew('manifest');
    await writeFile(join(folder, 'parquet', 'labels.parquet'), 'none');
  });
  t.deepEqual((await found(folder, '--quick')).names, ['changed_files', 'manifest_files', 'other_documents']);
  const { code, names } = await found(folder);
  t.is(code, 1);
  t.true(names.includes('parquet_columns') && names.includes('unreadable_parquet'), names.join());
});

test('--recompute finds roll-ups that are the same in Parquet and DuckDB, and not those of their views', async (t) => {
  t.is((await imagenome('check', warehouse(), '--recompute')).code, 0);
  const folder = await changed(t, async (folder) => {
    const copy = new Damaged(folder);
    const other = "if(transition = 'new', 'absent', 'new')";
    const change = `if(rowid = 0, ${other}, transition)`;
    await copy.rewrite(
      copy.part('derived/finding_transitions'),
      `select * replace (${change} as transition) from part order by rowid`,
    );
    await copy.run(`update derived.finding_transitions set transition = ${other} where rowid = 0`);
    await copy.renew('manifest');
  });
  t.deepEqual((await found(folder)).names, ['other_documents']);
  t.deepEqual((await found(folder, '--recompute')).names, ['other_documents', 'stored_views']);
});

test('a folder whose name is a pattern is checked like any other', async (t) => {
  const folder = join(await temporaryFolder(t), "it's [a] {b} *");
  await cp(warehouse(), folder, { recursive: true });
  const { code, out } = await imagenome('check', folder, '--quiet');
  t.is(out, '');
  t.is(code, 0);
});

test('what has neither manifest nor database is no warehouse, what has one of them is a damaged one', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'parquet'));
  const { code, err } = await imagenome('check', folder);
  t.is(code, 1);
  t.regex(err, /expected a warehouse, found something else/);
  const damaged = await changed(t, (folder) => rename(join(folder, 'manifest.json'), join(folder, 'm.json')));
  t.deepEqual(await found(damaged), {
    code: 1,
    names: ['missing_files', 'further_files', 'manifest_form'],
  });
  const without = await changed(t, (folder) => rm(join(folder, 'imagenome.duckdb')));
  t.deepEqual(await found(without), { code: 1, names: ['missing_files', 'unreadable_database'] });
});

test('a check writes nothing into the folder', async (t) => {
  const before = await readdir(warehouse(), { recursive: true });
  await imagenome('check', warehouse());
  t.deepEqual(await readdir(warehouse(), { recursive: true }), before);
});
