import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { imagenome } from '../helpers/command.js';
import { ended } from '../helpers/process.js';
import { sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** What a terminal obeys, but for the end of a line. */
const controls = /(?!\n)[\p{Cc}\p{Cf}]/u;

const values = `select * from (values (1, 'a,"b"', null::varchar, [1.5, null], true, {x: 1}),
  (9007199254740991, '', 'line' || chr(10) || 'break', [], false, null)) as t (n, text, maybe, list, flag, struct)`;

test('a human-readable table has names, NULL, and cut texts', async (t) => {
  const { code, out } = await imagenome(
    'sql',
    warehouse(),
    `select 1 as n, null as nothing, repeat('x', 99) as long`,
  );
  t.is(code, 0);
  t.is(out, `n  nothing  long\n1  NULL     ${'x'.repeat(59)}…\n(1 row)\n`);
});

test('a table shows some rows and says how many there are', async (t) => {
  const { out } = await imagenome('sql', warehouse(), 'from range(5000)', '--rows', '2');
  t.is(out, 'range\n    0\n    1\n(2 of 5,000 rows; --rows N shows more, --out FILE writes all)\n');
  const none = await imagenome('sql', warehouse(), 'from range(0)');
  t.is(none.out, 'range\n(no rows)\n');
  const one = await imagenome('sql', warehouse(), 'from range(1)', '--vertical');
  t.is(one.out, 'row 1\nrange  0\n\n(1 row)\n');
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

test('of several statements each answer is shown, in every format', async (t) => {
  const query = 'select 1 as a; set variable n = 2; select getvariable($$n$$) as "b;" -- ; comment\n; ;';
  const shown = async (...options: string[]) => (await imagenome('sql', warehouse(), query, ...options)).out;
  t.is(await shown(), 'a\n1\n(1 row)\n\nb;\n 2\n(1 row)\n');
  t.is(await shown('--csv'), 'a\n1\n\nb;\n2\n');
  t.is(await shown('--json'), '[\n{"a":1}\n]\n\n[\n{"b;":2}\n]\n');
  t.is(await shown('--format', 'jsonl'), '{"a":1}\n{"b;":2}\n');
});

test('nothing in a cell, a name or a message is obeyed by a terminal', async (t) => {
  const hostile = "chr(27) || '[31mred' || chr(7) || chr(155) || chr(8238)";
  const query = `select ${hostile} as text, 1 as "x\u001b[1m"`;
  for (const options of [[], ['--vertical']]) {
    const { out } = await imagenome('sql', warehouse(), query, ...options);
    t.notRegex(out, controls);
    t.true(out.includes('\\x1b[31mred\\x07\\x9b\\u{202e}'), out);
  }
  const { err } = await imagenome('sql', warehouse(), 'select "no\u001b[31mpe" from images');
  t.notRegex(err, controls);
  t.true(
    (await imagenome('sql', warehouse(), query, '--csv')).out.includes('\u001b[31mred'),
    'data stay data',
  );
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
  t.regex(err, /expected a warehouse, found something else; build one: npx imagenome build/);
});

test.serial('what does not fit in memory goes to a private folder, which is gone afterwards', async (t) => {
  const [folder, temporary] = [warehouse(), await temporaryFolder(t)];
  const before = await readdir(folder, { recursive: true });
  const asked = "select current_setting('temp_directory') as folder, current_setting('threads') > 0 as some";
  const earlier = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  t.teardown(() => {
    if (earlier === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = earlier;
  });
  const seen = new Set<string>();
  const timer = setInterval(() => {
    for (const name of readdirSync(temporary, { recursive: true, encoding: 'utf8' })) {
      const mode = statSync(join(temporary, name), { throwIfNoEntry: false })?.mode ?? 0;
      seen.add(`${name.replace(/imagenome-\w+|-\d+/g, '')} ${(mode & 0o777).toString(8)}`);
    }
  }, 2);
  const spilling =
    "select last(x) as x from (select repeat('x', 200) as x from range(400000) order by hash(range))";
  const { code, out, err } = await imagenome(
    'sql',
    folder,
    `${asked}; ${spilling}`,
    '--memory-limit',
    '100MB',
    '--json',
  );
  clearInterval(timer);
  t.is(code, 0, err);
  t.true(JSON.parse(out.split('\n\n')[0]!)[0].folder.startsWith(join(temporary, 'imagenome-')));
  t.true(seen.has(' 700'), [...seen].join());
  t.true(
    [...seen].some((name) => name.startsWith('/duckdb_temp_storage')),
    [...seen].join(),
  );
  t.deepEqual(await readdir(temporary), []);
  t.deepEqual(await readdir(folder, { recursive: true }), before);
});

test('the configuration is locked', async (t) => {
  for (const query of [
    'set enable_external_access = true',
    'set lock_configuration = false',
    "set temp_directory = '/tmp'",
    "set allowed_paths = ['/etc/passwd']",
    'reset enable_external_access',
    'set global threads = 1',
    "pragma memory_limit='1GB'",
  ]) {
    const { code, err } = await imagenome('sql', warehouse(), query);
    t.is(code, 1, query);
    t.regex(err, /^imagenome: the query was refused: .* - the configuration has been locked\n$/, query);
  }
});

test('a signal ends a query that takes long, and what it began is gone', async (t) => {
  const temporary = await temporaryFolder(t);
  const long =
    'select count(*) as n from range(1000000) a, range(1000000) b where hash(a.range * b.range) = 3';
  for (const options of [[], ['--out', join(temporary, 'x.csv')]]) {
    const child = spawn(
      process.execPath,
      [projectFile('dist', 'imagenome', 'cli.js'), 'sql', warehouse(), long, ...options],
      {
        env: { ...process.env, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const end = ended(child);
    while ((await readdir(temporary)).length === 0) await setTimeout(10);
    await setTimeout(300);
    const started = performance.now();
    child.kill('SIGINT');
    t.is((await end).code, 130);
    t.true(performance.now() - started < 5000);
    t.deepEqual(await readdir(temporary), []);
  }
});

test('a query file that is not there, or a folder, is wrong usage in words', async (t) => {
  for (const [file, found] of [
    ['nowhere.sql', 'nothing'],
    ['docs', 'a folder'],
  ] as const) {
    const { code, err } = await imagenome('sql', '--file', file);
    t.is(code, 2);
    t.is(err, `imagenome: sql --file: expected a readable file, found ${found} at ${file}\n`);
  }
});
