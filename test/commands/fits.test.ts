import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import stringWidth from 'string-width';
import { fittedHelp } from '../../etl/terminal/help.js';
import { imagenomeIn } from '../helpers/command.js';
import { exampleRelease, sharedWarehouse } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const warehouse = sharedWarehouse(test);

/** Command lines of which nothing is wider than the screen, W stands for a warehouse. */
const lines: Record<string, readonly string[]> = {
  help: ['help'],
  info: ['info', 'W'],
  'info of a view': ['info', 'W', 'region_findings'],
  'info of a table': ['info', 'W', 'object_attributes'],
  'info of a macro': ['info', 'W', 'finding_matrix'],
  'info of a macro with many parameters': ['info', 'W', 'box_status'],
  search: ['info', 'W', '--search', 'finding'],
  'sql of many columns': ['sql', 'W', 'from finding_matrix(regions := 18)'],
  'sql of many columns, vertical': [
    'sql',
    'W',
    'from finding_matrix(regions := 18)',
    '--vertical',
    '--rows',
    '2',
  ],
  'sql of long texts': ['sql', 'W', 'from phrases'],
  'sql of lists': ['sql', 'W', 'from object_attributes'],
  'sql of long texts, vertical': [
    'sql',
    'W',
    "select repeat('word ', 100) as text, repeat('x', 300) as long",
    '--vertical',
  ],
  'sql of wide characters': [
    'sql',
    'W',
    "select repeat('肺', 90) as a, repeat('右', 90) as b, repeat('🫁', 90) as c",
  ],
  'sql of several statements': ['sql', 'W', 'from images; from phrases; from cohort'],
  check: ['check', 'W', '--quick'],
  cite: ['cite', 'W', 'from cohort'],
  'sql of a plan': ['sql', 'W', 'explain from image_findings'],
};

for (const [name, words] of Object.entries(lines)) {
  test(`${name}: no line is wider than the screen`, async (t) => {
    for (const columns of [80, 160]) {
      const at = words.map((word) => (word === 'W' ? warehouse() : word));
      const { code, out, err } = await imagenomeIn({ COLUMNS: String(columns) }, ...at);
      t.is(code, 0, err);
      t.is(err, '');
      t.true(out.length > 0);
      for (const line of out.split('\n')) {
        t.true(stringWidth(line) <= columns, `${stringWidth(line)} of ${columns}: ${line}`);
      }
    }
  });

  test(`${name}: in a locale without UTF-8 there is ASCII only`, async (t) => {
    const at = words.map((word) => (word === 'W' ? warehouse() : word));
    const { out } = await imagenomeIn({ LC_ALL: 'C' }, ...at);
    t.regex(out, /^[\n\x20-\x7e]*$/);
    for (const line of out.split('\n')) t.true(line.length <= 80, line);
  });
}

test('a paragraph of help that is too long is laid out anew, and what stands below it stays', (t) => {
  const help = [
    'One two three four five six seven eight nine ten.',
    'Eleven twelve.',
    '',
    '  --some N   aaaa bbbb cccc dddd eeee ffff gggg hhhh',
    '             iiii',
    '  --other    short',
    '',
    'Exit codes: 0 done and well and good and fine · 1 no',
    '            · 2 wrong',
  ].join('\n');
  t.is(
    fittedHelp(help, 40),
    [
      'One two three four five six seven eight',
      'nine ten. Eleven twelve.',
      '',
      '  --some N   aaaa bbbb cccc dddd eeee',
      '             ffff gggg hhhh iiii',
      '  --other    short',
      '',
      'Exit codes: 0 done and well and good and',
      '            fine · 1 no · 2 wrong',
    ].join('\n'),
  );
  t.is(fittedHelp(help, 80), help);
});

test('no line of help is a word that was broken off', async (t) => {
  const { out: help } = await imagenomeIn({}, 'help');
  for (const [, name] of help.matchAll(/^ {2}(\w+) {2,}\S/gm)) {
    const { out } = await imagenomeIn({}, 'help', name!);
    t.notRegex(out, /[^.:;\n]\n *[a-z]+\n *[a-z]/, name);
  }
});

test('the help of every command fits, and has ASCII for a locale that has nothing else', async (t) => {
  const { out: help } = await imagenomeIn({}, 'help');
  const names = [...help.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name]) => name!);
  t.true(names.length > 5);
  for (const name of names) {
    const { out } = await imagenomeIn({}, 'help', name);
    for (const line of out.split('\n')) t.true(stringWidth(line) <= 80, `${name}: ${line}`);
    t.regex((await imagenomeIn({ LC_ALL: 'C' }, 'help', name)).out, /^[\n\x20-\x7e]*$/, name);
  }
});

test('the summary of a build fits, and its stages and hints are in it', async (t) => {
  const folder = await temporaryFolder(t);
  const out = join(folder, 'it is a warehouse');
  for (const env of [{ COLUMNS: '80' }, { COLUMNS: '160', LC_ALL: 'C' }]) {
    await rm(out, { recursive: true, force: true });
    const said = await imagenomeIn(env, 'build', exampleRelease, '--out', out);
    t.is(said.code, 0);
    for (const line of said.out.split('\n')) t.true(stringWidth(line) <= Number(env.COLUMNS), line);
    t.regex(said.out, /^time +Find scene graphs \d+ %, Plan \d+ %, Flatten and write \d+ %/m);
    t.regex(said.out, /^inputs found +\S/m);
    t.regex(said.out, /^not found +\S/m);
    if ('LC_ALL' in env) t.regex(said.out + said.err, /^[\n\x20-\x7e]*$/);
  }
});
