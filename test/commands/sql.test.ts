import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { imagenome } from '../helpers/command.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

const values = `select * from (values (1, 'a,"b"', null::varchar, [1.5, null], true, {x: 1}),
  (9007199254740991, '', 'line' || chr(10) || 'break', [], false, null)) as t (n, text, maybe, list, flag, struct)`;

test('a human-readable table has names, NULL, and cut texts', async (t) => {
  const { code, out } = await imagenome(
    'sql',
    warehouse(),
    `select 1 as n, null as nothing, repeat('x', 99) as long`,
  );
  t.is(code, 0);
  t.is(out, `n  nothing  long\n1  NULL     ${'x'.repeat(59)}…\n`);
});

test('a table shows some rows and says how many there are', async (t) => {
  const { out, err } = await imagenome('sql', warehouse(), 'from range(5000)', '--rows', '2');
  t.deepEqual(out.split('\n'), ['range', '    0', '    1', '']);
  t.regex(err, /^2 of 5,000 rows/);
});

test('CSV distinguishes NULL from empty text, and lists as JSON', async (t) => {
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

/** A sentence of the warehouse, spelled so that the query does not have it; `shown` is what a message may not repeat. */
const sentence = "(select min(phrase) from phrases where phrase <> '')";

/** Queries whose message from DuckDB quotes a sentence, of every kind that can. */
const quoting: Record<string, string> = {
  'the error function': `select error(${sentence})`,
  'a conversion': `select ${sentence}::integer`,
  'a date': `select strptime(${sentence}, '%Y')`,
  'a part of a date': `select date_part(${sentence}, date '2020-01-01')`,
  'a pattern': `select regexp_matches('a', ${sentence} || '(')`,
  'a path into JSON': `select json_extract('{}', '$.' || ${sentence} || '[')`,
  JSON: `select ${sentence}::json`,
  'a name of a table': `set variable name = ${sentence}; from query_table(getvariable('name'))`,
  'the text of a query': `set variable query = ${sentence}; from query(getvariable('query'))`,
  'names of columns': `from (pivot (select ${sentence} as phrase, 1 as n) on phrase using sum(n)) where nope = 1`,
  'a sentence that begins as a refusal does': `select error('Cannot execute statement of type "CREATE" on database "x" which ' || ${sentence})`,
  'a sentence that names a kind': `select error('Parser Error: ' || ${sentence})`,
};

for (const [what, query] of Object.entries(quoting)) {
  test(`a message that quotes ${what} shows its kind and no sentence`, async (t) => {
    const { out: found } = await imagenome('sql', warehouse(), `select ${sentence} as phrase`, '--json');
    const [{ phrase }] = JSON.parse(found);
    t.true(phrase.length > 10);
    const { code, out, err } = await imagenome('sql', warehouse(), query, '--json');
    t.is(code, 1);
    t.is(out, '');
    t.regex(err, /^imagenome: the query failed: [A-Z][A-Za-z ]* Error\. Its message is not shown[^\n]*\n$/);
    for (const word of phrase.split(/\W+/).filter((word: string) => word.length > 3)) {
      t.false(err.includes(word), `${word} is in ${err}`);
    }
  });
}

test('a message about the text of the query is shown', async (t) => {
  for (const [query, message] of [
    ['selec 1', /Parser Error: syntax error at or near "selec"/],
    ['select nope from phrases', /Binder Error: Referenced column "nope" not found/],
    ['from nosuch', /Catalog Error: Table with name nosuch does not exist/],
  ] as const) {
    const { code, err } = await imagenome('sql', warehouse(), query);
    t.is(code, 1);
    t.regex(err, message);
    t.true(err.startsWith('imagenome: the query was refused: '), err);
  }
});

test('of several statements the answer is that of the last', async (t) => {
  const { out } = await imagenome(
    'sql',
    warehouse(),
    'set variable n = 2; select getvariable($$n$$) as n',
    '--csv',
  );
  t.is(out, 'n\n2\n');
});

test('wrong usage ends with exit code 2', async (t) => {
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

test('for a folder that holds no warehouse the message says what to do', async (t) => {
  const folder = await temporaryFolder(t);
  const { code, err } = await imagenome('sql', folder, 'select 1');
  t.is(code, 1);
  t.regex(err, /expected a warehouse, found something else; build one: imagenome build/);
});

test('a database that does not open is one clear line', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'manifest.json'), '{"format": "chest-imagenome-warehouse"}');
  await writeFile(join(folder, 'imagenome.duckdb'), 'no database');
  const { code, err } = await imagenome('sql', folder, 'select 1');
  t.is(code, 1);
  t.regex(err, /expected a DuckDB database, found one that does not open/);
});
