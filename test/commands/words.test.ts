import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { Io } from '../../etl/commands/command.js';
import { explainOpenError } from '../../etl/commands/open_error.js';
import { explainWriteError } from '../../etl/commands/write_error.js';
import { UserError } from '../../etl/error.js';
import { main } from '../../etl/main.js';
import { mistakeText } from '../../etl/mistake.js';
import { projectFile } from '../../etl/project.js';
import { imagenome } from '../helpers/command.js';
import { exampleRelease, sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** What is wrong with a warehouse W, and what its user is shown. */
interface Fault {
  /** Makes it so in a copy of the warehouse. */
  readonly change: (folder: string) => Promise<unknown>;
  readonly words: string;
}

const database = (folder: string) => join(folder, 'imagenome.duckdb');
const damaged =
  'W/imagenome.duckdb: expected a DuckDB database, found one that does not open, as its bytes are damaged; copy it anew ' +
  'from where it is whole, or build it again: npx imagenome build INPUT --out W';

const faults: Record<string, Fault> = {
  'a database of other bytes': {
    change: (folder) => writeFile(database(folder), 'no database'),
    words: damaged,
  },
  'a database that breaks off': {
    change: async (folder) =>
      writeFile(database(folder), (await readFile(database(folder))).subarray(0, 50_000)),
    words: damaged,
  },
  'a database with damaged blocks': {
    change: async (folder) => {
      const bytes = await readFile(database(folder));
      for (let at = 3 * 4096; at < bytes.length; at += 4096) bytes.fill(255, at + 100, at + 140);
      await writeFile(database(folder), bytes);
    },
    words: damaged,
  },
  'no database': {
    change: (folder) => rm(database(folder)),
    words: 'W: expected imagenome.duckdb, found none; build it again: npx imagenome build INPUT --out W',
  },
  'a broken manifest': {
    change: (folder) => writeFile(join(folder, 'manifest.json'), '{'),
    words:
      'W: expected a warehouse, found a manifest.json that is no JSON; build one: npx imagenome build INPUT --out W',
  },
  'another folder': {
    change: (folder) => rm(join(folder, 'manifest.json')),
    words: 'W: expected a warehouse, found something else; build one: npx imagenome build INPUT --out W',
  },
  nothing: {
    change: (folder) => rm(folder, { recursive: true }),
    words: 'W: expected a warehouse, found nothing; build one: npx imagenome build INPUT --out W',
  },
};

for (const [name, { change, words }] of Object.entries(faults)) {
  test(`${name} where a warehouse should be: the words and the way out`, async (t) => {
    const folder = join(await temporaryFolder(t), "it's mine");
    await cp(warehouse(), folder, { recursive: true });
    await change(folder);
    const shown = words.replaceAll('--out W', `--out "${folder}"`).replaceAll(/\bW\b/g, folder);
    const { code, out, err } = await imagenome('sql', folder, 'from images');
    t.deepEqual([code, out, err], [1, '', `imagenome: ${shown}\n`]);
  });
}

/** Opens a database for writing until its input ends. */
const holder = `
  import { DuckDBInstance } from '@duckdb/node-api';
  const instance = await DuckDBInstance.create(process.argv[1]);
  console.log('open');
  process.stdin.resume().on('end', () => process.exit());`;

test('a database that another process writes: the words and the way out', async (t) => {
  const folder = join(await temporaryFolder(t), 'warehouse');
  await cp(warehouse(), folder, { recursive: true });
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, database(folder)], {
    cwd: projectFile(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.teardown(() => child.kill());
  await once(child.stdout, 'data');
  for (const words of [
    ['sql', folder, 'from images'],
    ['info', folder],
  ]) {
    const { code, err } = await imagenome(...words);
    t.is(code, 1);
    t.is(
      err,
      `imagenome: ${database(folder)}: expected to read it, found it open for writing in another process (PID ${child.pid}); ` +
        'close it there, or open it there with (read_only), then try again\n',
    );
  }
  child.stdin.end();
  await once(child, 'exit');
  t.is((await imagenome('sql', folder, 'select 1')).code, 0);
});

test('a query that needs more memory than it may have: the words and the way out', async (t) => {
  const query = "select length(string_agg(repeat('x', 1000) || range, '')) from range(300000)";
  const { code, out, err } = await imagenome('sql', warehouse(), query, '--memory-limit', '40MB');
  t.is(code, 1);
  t.is(out, '');
  t.regex(
    err,
    /^imagenome: the query failed: DuckDB ran out of memory \([\d.]+ MiB\/38\.1 MiB used\); give it more with --memory-limit SIZE, or ask for less: filter on patient_id, name the columns, leave out order by\n$/,
  );
  t.is((await imagenome('sql', warehouse(), 'select 1', '--memory-limit', 'much')).code, 2);
});

test('an input or output that a build cannot use: the words and the way out', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'mine'));
  await writeFile(join(folder, 'mine', 'thesis.txt'), 'mine');
  await writeFile(join(folder, 'graphs.zip'), 'PK');
  const cases: [input: string, out: string, words: string][] = [
    [
      exampleRelease,
      join(folder, 'mine'),
      `${folder}/mine: expected no such folder, an empty one or an earlier warehouse, found something else; nothing was touched. Choose another --out.`,
    ],
    [
      join(folder, 'graphs.zip'),
      join(folder, 'w'),
      'graphs.zip: expected a zip archive, found one that does not read (End of central directory record signature not found. ' +
        'Either not a zip file, or file is truncated.); get the file again.',
    ],
  ];
  for (const [input, out, words] of cases) {
    const { code, err } = await imagenome('build', input, '--out', out, '--quiet');
    t.deepEqual([code, err], [1, `imagenome: ${words}\n`]);
  }
});

test('an output where no folder can be made ends the build: the words and the way out', async (t) => {
  if (!existsSync('/proc/self')) return t.pass('a system without /proc');
  const { code, err } = await imagenome('build', exampleRelease, '--out', '/proc/nowhere/w', '--quiet');
  t.deepEqual(
    [code, err],
    [
      1,
      'imagenome: /proc/nowhere: expected a folder to write in, found ENOENT (mkdir); choose another --out; the earlier warehouse, if any, is as it was.\n',
    ],
  );
});

const system = (code: string) => Object.assign(new Error(`${code}: a reason, open 'x'`), { code });

/** Errors that a test cannot make everywhere, such as those of rights, which root always has. */
const reading: Record<string, [error: Error, words: string]> = {
  'a file without the right to read it, of Node': [
    system('EACCES'),
    'w/x: expected the right to read it, found none (permission denied); run the command as the user who built it, or have that user give you the right',
  ],
  'a file without the right to read it, of DuckDB': [
    new Error('IO Error: Cannot open file "w/x": Permission denied'),
    'w/x: expected the right to read it, found none (permission denied); run the command as the user who built it, or have that user give you the right',
  ],
  'a file of another version of DuckDB': [
    new Error(
      'Serialization Error: Trying to read a database file with version number 99, but we can only read versions',
    ),
    "w/x: expected a file of the DuckDB of this program, found one of another version; query it with that version, or build it again: imagenome build INPUT --out 'w$'",
  ],
  'a disk that does not answer': [
    system('EIO'),
    'w/x: expected to read it, the machine could not; this says nothing of the warehouse: try again when the disk or network is well',
  ],
};

for (const [name, [error, words]] of Object.entries(reading)) {
  test(`${name}: the words and the way out`, (t) => {
    const found = explainOpenError(error, 'w/x', 'w$');
    t.true(found instanceof UserError);
    t.is((found as UserError).message, words);
  });
}

const full =
  'x.csv: expected room for the file, found a full disk or a limit on the size of files; make room or choose another --out; an earlier file is as it was';

const writing: Record<string, [error: Error, words: string]> = {
  'a full disk, of Node': [system('ENOSPC'), full],
  'a full disk, of DuckDB': [new Error('IO Error: Could not write file "x": No space left on device'), full],
  'a read-only folder': [
    system('EROFS'),
    'x.csv: expected a folder to write in, found a read-only file system; choose another --out',
  ],
  'a folder of someone else': [
    system('EACCES'),
    'x.csv: expected the right to write in its folder, found none (permission denied); choose another --out',
  ],
};

for (const [name, [error, words]] of Object.entries(writing)) {
  test(`${name}, where a query writes: the words and the way out`, (t) => {
    const found = explainWriteError(error, 'x.csv');
    t.true(found instanceof UserError);
    t.is((found as UserError).message, words);
  });
}

test('an error that is none of the file is given back', (t) => {
  const error = new Error('a bug');
  t.is(explainOpenError(error, 'w/x', 'w'), error);
  t.is(explainWriteError(error, 'x.csv'), error);
});

test('of an error that nobody has foreseen the kind and the place are shown, not what it quotes', async (t) => {
  const err: string[] = [];
  const out = {
    write() {
      throw new SyntaxError('Unexpected token in "There is a small effusion."');
    },
  };
  const io = { out, err: { write: (text: string) => err.push(text) }, env: {} } as unknown as Io;
  t.is(await main(['--version'], io), 1);
  const said = err.join('');
  t.regex(said, /^imagenome: --version \(version [\d.]+\): expected no such error \(SyntaxError\)/);
  t.regex(said, /^ {4}at .*words\.test\.[jt]s:\d+:\d+/m);
  t.false(said.includes('effusion'));
});

test('a command in an error names the warehouse that was asked, and can be pasted', async (t) => {
  const out = join(await temporaryFolder(t), 'export');
  const cases: Record<string, string[]> = {
    'info W lists them.': ['info', 'W', 'zzz'],
    'sql W "select image_id from images limit 5"': ['reconstruct', 'W', 'zzz'],
    'sql W "from patients" lists them': ['report', 'W', '--patient', '5', '--out', `${out}.html`],
    'info W cohort lists the columns': ['export', 'images', 'W', '--out', out, '--where', '1'],
    'info W lists them': ['export', 'images', 'W', '--out', out, '--where', 'exists (from zzz)'],
    'sql W "select split, viewpoint, count(*) from cohort group by all"': [
      ...['export', 'images', 'W', '--out', out, '--where', 'false'],
    ],
  };
  for (const [command, words] of Object.entries(cases)) {
    const said = await imagenome(...words.map((word) => (word === 'W' ? warehouse() : word)));
    t.true(said.code > 0);
    t.true(said.err.includes(`npx imagenome ${command.replace('W', warehouse())}`), said.err);
  }
});

test('a warehouse without the id of an image is wrong usage of reconstruct', async (t) => {
  const { code, err } = await imagenome('reconstruct', warehouse());
  t.is(code, 2);
  t.regex(err, /expected an IMAGE_ID behind DIR, found none/);
});

test('an export and a part of a warehouse are no warehouse, and the message says whose they are', async (t) => {
  const folder = await temporaryFolder(t);
  t.is((await imagenome('export', 'images', warehouse(), '--out', join(folder, 'paths'), '--quiet')).code, 0);
  const cases: [place: string, says: string][] = [
    [join(folder, 'paths'), 'found an export of one; give the folder of the warehouse that it was made from'],
    [join(warehouse(), 'imagenome.duckdb'), `found a part of one; give its folder: ${warehouse()}`],
    [join(warehouse(), 'parquet'), `found a part of one; give its folder: ${warehouse()}`],
  ];
  for (const [place, says] of cases) {
    for (const words of [['info'], ['check'], ['sql', place, 'select 1']]) {
      const [command, ...others] = words;
      const { code, err } = await imagenome(command!, ...(others.length > 0 ? others : [place]));
      t.is(code, 1);
      t.true(err.includes(says), err);
    }
  }
});

const duckdbErrors = {
  'Binder Error: Could not convert string "a small effusion"': 'DuckDB: Binder',
  '{"exception_type":"Invalid Input","exception_message":"a small effusion"}': 'DuckDB: Invalid Input',
  'a small effusion': 'Error',
};

for (const [message, kind] of Object.entries(duckdbErrors)) {
  test(`an error of the kind ${kind} without a stack is shown by its kind alone`, (t) => {
    const error = new Error(message);
    error.stack = `Error: ${message}`;
    const said = mistakeText(error, 'export');
    t.true(said.includes(`expected no such error (${kind})`));
    t.false(/effusion|These lines/.test(said));
  });
}
