import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import test from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { withMemory } from '../helpers/warehouse.js';

const warehouse = sharedWarehouse(test);
const query = 'select image_id, cuis, sent_loc, is_described from object_phrases order by all';

test('a query goes to a file of the kind that its name ends in, all rows of it, for its owner alone', async (t) => {
  const folder = await temporaryFolder(t);
  const expected = JSON.parse((await imagenome('sql', warehouse(), query, '--json')).out);
  t.true(expected.length > 40);
  const read: Record<string, string> = {
    'x.csv': `from read_csv('${folder}/x.csv', types = {'cuis': 'varchar[]'})`,
    'x.csv.gz': `from read_csv('${folder}/x.csv.gz', types = {'cuis': 'varchar[]'})`,
    'x.tsv': `from read_csv('${folder}/x.tsv', delim = '\t', types = {'cuis': 'varchar[]'})`,
    'x.PARQUET': `from read_parquet('${folder}/x.PARQUET')`,
    'x.json': `from read_json('${folder}/x.json')`,
    'x.jsonl': `from read_json('${folder}/x.jsonl')`,
  };
  for (const [name, reading] of Object.entries(read)) {
    const out = join(folder, name);
    const said = await imagenome('sql', warehouse(), query, '--out', out);
    t.is(said.code, 0, said.err);
    t.regex(said.out, new RegExp(`^${out.replace('.', '.')}: ${expected.length} rows, .*B\n$`));
    t.deepEqual(await withMemory((ask) => ask(reading)), expected, name);
    t.is((await stat(out)).mode & 0o777, 0o600, name);
  }
  t.deepEqual(gunzipSync(await readFile(join(folder, 'x.csv.gz'))), await readFile(join(folder, 'x.csv')));
  t.true((await readFile(join(folder, 'x.json'), 'utf8')).startsWith('['));
  t.deepEqual((await readdir(folder)).sort(), Object.keys(read).sort(), 'and nothing else');
});

test('statements before the last are run, and a pivot is written too', async (t) => {
  const out = join(await temporaryFolder(t), 'x.csv');
  const said = await imagenome(
    'sql',
    warehouse(),
    'set variable n = 7; select getvariable($$n$$) as n -- seven',
    '--out',
    out,
  );
  t.is(said.code, 0, said.err);
  t.is(await readFile(out, 'utf8'), 'n\n7\n');
  const pivoted = await imagenome(
    'sql',
    warehouse(),
    'pivot (select relation, 1 as n from report_findings) on relation using sum(n)',
    '--out',
    out,
  );
  t.is(pivoted.code, 0, pivoted.err);
  t.regex(await readFile(out, 'utf8'), /^no,yes\n\d+,\d+\n$/);
});

test('a file that is there stays until the new one is complete, and a link stays one', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'x.csv');
  await writeFile(out, 'earlier');
  const failed = await imagenome('sql', warehouse(), 'select phrase::int from phrases', '--out', out);
  t.is(failed.code, 1);
  t.regex(failed.err, /Could not convert string '…' to INT32/);
  t.is(await readFile(out, 'utf8'), 'earlier');
  await symlink('x.csv', join(folder, 'link.csv'));
  t.is((await imagenome('sql', warehouse(), 'select 1 as n', '--out', join(folder, 'link.csv'))).code, 0);
  t.is(await readFile(out, 'utf8'), 'n\n1\n');
  t.deepEqual((await readdir(folder)).sort(), ['link.csv', 'x.csv']);
});

test('what cannot be written is wrong usage, and nothing is touched', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'folder.csv'));
  const before = await readdir(warehouse(), { recursive: true });
  const cases: [query: string, out: string, says: RegExp][] = [
    ['select 1', join(folder, 'x.xlsx'), /expected a name that ends in \.csv, .*\.jsonl, found/],
    ['select 1', join(folder, 'no', 'x.csv'), /expected a file in a folder that is there/],
    ['select 1', join(folder, 'folder.csv'), /found a folder/],
    ['select 1', '/dev/null.csv/x.csv', /expected a file in a folder that is there/],
    ['select 1', join(warehouse(), 'x.csv'), /found one within it/],
    ['select 1', join(warehouse(), 'parquet', 'x.parquet'), /found one within it/],
    ['set variable n = 1', join(folder, 'x.csv'), /expected one query with rows/],
    ['select 1; select 2', join(folder, 'x.csv'), /expected one query with rows/],
    ['create temp table x (n int)', join(folder, 'x.csv'), /expected one query with rows/],
  ];
  for (const [query, out, says] of cases) {
    const { code, err } = await imagenome('sql', warehouse(), query, '--out', out);
    t.is(code, 2, `${query} ${out} ${err}`);
    t.regex(err, says);
  }
  t.is((await imagenome('sql', warehouse(), 'select 1', '--out', 'x.csv', '--json')).code, 2);
  t.deepEqual(await readdir(folder), ['folder.csv']);
  t.deepEqual(await readdir(warehouse(), { recursive: true }), before);
});

test('with --out nothing but that file can be written or read', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'other.csv'), 'a\n1\n');
  for (const query of [
    `from '${folder}/other.csv'`,
    `select 1) to '${folder}/other.csv' (format csv); select (1`,
    `copy (select 1) to '${folder}/more.csv'; select 1`,
    `attach '${folder}/x.duckdb' as y; select 1`,
  ]) {
    const { code, err } = await imagenome('sql', warehouse(), query, '--out', join(folder, 'x.csv'));
    t.is(code, 1, query);
    t.regex(err, /refused/);
  }
  t.deepEqual(await readdir(folder), ['other.csv']);
  t.is(await readFile(join(folder, 'other.csv'), 'utf8'), 'a\n1\n');
});
