import test from 'ava';
import { version } from '../../etl/project.js';
import { imagenome } from '../helpers/command.js';

test('help goes to stdout and starts with examples', async (t) => {
  for (const words of [['--help'], ['-h'], ['help']]) {
    const { code, out, err } = await imagenome(...words);
    t.is(code, 0);
    t.is(err, '');
    t.regex(out, /^Examples:\n {2}npx imagenome /);
  }
});

test('every command has help with examples and exit codes', async (t) => {
  const { out: overview } = await imagenome('help');
  const names = [...overview.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name]) => name!);
  t.deepEqual(names, [
    'build',
    'assemble',
    'synth',
    'sql',
    'info',
    'export',
    'cite',
    'check',
    'reconstruct',
    'evaluate',
    'report',
    'views',
    'census',
  ]);
  for (const name of names) {
    const { code, out } = await imagenome('help', name);
    t.is(code, 0);
    t.regex(out, new RegExp(`^Examples:\\n(  .*\\n)*  npx imagenome ${name} `, 'm'), name);
    t.regex(out, /^Options:\n/m, name);
    t.is((await imagenome(name, '--help')).out, out, name);
  }
});

test('the version is that of the package', async (t) => {
  t.is((await imagenome('--version')).out, `${version}\n`);
});

test('wrong usage ends with code 2 and says what to do, on stderr only', async (t) => {
  for (const words of [
    [],
    ['nosuch'],
    ['toString'],
    ['build'],
    ['build', 'a', 'b'],
    ['build', 'a', '--workers', '0'],
    ['build', 'a', '--workers', 'two'],
    ['build', 'a', '--workers', '257'],
    ['sql', 'a', 'select 1', '--rows', '-1'],
    ['build', 'a', '--memory-limit', 'much'],
    ['build', 'a', '--no-such-option'],
    ['synth'],
    ['synth', '--images', '-1', '--out', 'x'],
    ['check', 'a', 'b'],
  ]) {
    const { code, out, err } = await imagenome(...words);
    t.is(code, 2, words.join(' '));
    t.is(out, '', words.join(' '));
    t.not(err, '', words.join(' '));
  }
});

test('an option without its value, or with one that it does not take, is named with what is expected', async (t) => {
  const cases: [words: string[], says: string][] = [
    [['build', 'release', '--out'], 'build --out: expected a value, found none;'],
    [['build', 'release', '--quiet=yes'], 'build --quiet: expected no value, found one;'],
    [
      ['build', 'release', '--shard', '-1/2'],
      'build --shard: expected a value, found another option; write --shard=VALUE where a value begins with a hyphen;',
    ],
  ];
  for (const [words, says] of cases) {
    const { code, err } = await imagenome(...words);
    t.is(code, 2);
    t.is(err.split('; ')[0]!.split('\n').length, 1);
    t.true(err.startsWith(`imagenome: ${says}`), err);
    t.is(err.trimEnd().split('\n').length, 1, err);
  }
});
