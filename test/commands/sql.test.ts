import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

const values = `select * from (values (1, 'a,"b"', null::varchar, [1.5, null], true, {x: 1}),
  (9007199254740991, '', 'line' || chr(10) || 'break', [], false, null)) as t (n, text, maybe, list, flag, struct)`;

test('a table for the eye has names, NULL, and cut texts', async (t) => {
  const { code, out } = await imagenome(
    'sql',
    warehouse(),
    `select 1 as n, null as nothing, repeat('x', 99) as long`,
  );
  t.is(code, 0);
  t.is(out, `n  nothing  long\n1  NULL     ${'x'.repeat(59)}…\n`);
});

test('a table shows some rows and tells how many there are', async (t) => {
  const { out, err } = await imagenome('sql', warehouse(), 'from range(5000)', '--rows', '2');
  t.deepEqual(out.split('\n'), ['range', '    0', '    1', '']);
  t.regex(err, /^2 of 5,000 rows/);
});

test('CSV tells NULL from empty text, and lists as JSON', async (t) => {
  const { out } = await imagenome('sql', warehouse(), values, '--csv');
  t.is(
    out,
    'n,text,maybe,list,flag,struct\n' +
      '1,"a,""b""",,"[1.5,null]",true,"{""x"":1}"\n' +
      '9007199254740991,"","line\nbreak",[],false,\n',
  );
});

test('JSON has numbers, lists and structs as such, and all rows', async (t) => {
  const { out } = await imagenome('sql', warehouse(), values, '--json');
  t.deepEqual(JSON.parse(out), [
    { n: 1, text: 'a,"b"', maybe: null, list: [1.5, null], flag: true, struct: { x: 1 } },
    { n: 9007199254740991, text: '', maybe: 'line\nbreak', list: [], flag: false, struct: null },
  ]);
  const many = await imagenome('sql', warehouse(), 'from range(5000)', '--json');
  t.is(JSON.parse(many.out).length, 5000);
  const none = await imagenome('sql', warehouse(), 'from range(0)', '--json');
  t.deepEqual(JSON.parse(none.out), []);
});

test('JSON lines have one object a line', async (t) => {
  const { out } = await imagenome(
    'sql',
    warehouse(),
    'select 1 as n union all select 2',
    '--format',
    'jsonl',
  );
  t.is(out, '{"n":1}\n{"n":2}\n');
});

test('a query may come from a file', async (t) => {
  const file = join(await temporaryFolder(t), 'q.sql');
  await writeFile(file, '-- how many\nselect count(*) > 0 as some from images\n');
  const { code, out } = await imagenome('sql', warehouse(), '--file', file, '--json');
  t.is(code, 0);
  t.deepEqual(JSON.parse(out), [{ some: true }]);
});

test('nothing can be written, inside or outside', async (t) => {
  const path = join(await temporaryFolder(t), 'x.csv');
  for (const query of [
    'create table x (n int)',
    'delete from images',
    `copy images to '${path}'`,
    `from '${path}'`,
  ]) {
    const { code, err } = await imagenome('sql', warehouse(), query);
    t.is(code, 1, query);
    t.regex(err, /^imagenome: the query was refused: /, query);
  }
});

test('a failing query quotes no report text', async (t) => {
  const { code, out, err } = await imagenome(
    'sql',
    warehouse(),
    "select ('Pleural ' || 'effusion.')::integer",
  );
  t.is(code, 1);
  t.is(out, '');
  t.regex(err, /^imagenome: the query failed: Conversion Error/);
  t.notRegex(err, /effusion/);
});

test('wrong usage is told with exit code 2', async (t) => {
  for (const words of [
    [warehouse()],
    [warehouse(), ' '],
    [warehouse(), 'select', '1'],
    [warehouse(), 'select 1', '--csv', '--json'],
    [warehouse(), 'select 1', '--format', 'xml'],
    [warehouse(), 'select 1', '--rows', 'all'],
    [warehouse(), '--file', join(warehouse(), 'absent.sql')],
    [warehouse(), 'select 1', '--no-such-option'],
  ]) {
    const { code, out, err } = await imagenome('sql', ...words);
    t.is(code, 2, `${words.slice(1)}: ${err}`);
    t.is(out, '');
  }
});

test('a folder that holds no warehouse is told with what to do', async (t) => {
  const folder = await temporaryFolder(t);
  const { code, err } = await imagenome('sql', folder, 'select 1');
  t.is(code, 1);
  t.regex(err, /expected a warehouse, found something else; build one: imagenome build/);
});

test('a database that does not open is told', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'manifest.json'), '{"format": "chest-imagenome-warehouse"}');
  await writeFile(join(folder, 'imagenome.duckdb'), 'no database');
  const { code, err } = await imagenome('sql', folder, 'select 1');
  t.is(code, 1);
  t.regex(err, /expected a DuckDB database, found one that does not open/);
});
