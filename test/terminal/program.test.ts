import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'ava';
import { root } from '../../etl/project.js';
import { shellWord } from '../../etl/shell_word.js';
import { commandLine, programName, withProgram } from '../../etl/terminal/program.js';
import { didYouMean, nearest } from '../../etl/terminal/suggestion.js';

const started: Record<string, [script: string, cwd: string, env: NodeJS.ProcessEnv, name: string]> = {
  'npx in a clone': [
    join(root, 'node_modules', '.bin', 'imagenome'),
    root,
    { PATH: `${join(root, 'node_modules', '.bin')}:/usr/bin` },
    'npx imagenome',
  ],
  'a script of npm in a clone': [
    join(root, 'dist', 'imagenome', 'start.js'),
    root,
    { PATH: '/usr/bin' },
    'npx imagenome',
  ],
  'a folder of a clone': [
    join(root, 'dist', 'imagenome', 'cli.js'),
    join(root, 'output'),
    {},
    'npx imagenome',
  ],
  'installed for all': [
    '/usr/local/bin/imagenome',
    '/home/me',
    { PATH: '/bin:/usr/local/bin/' },
    'imagenome',
  ],
  'installed for all, in a clone': [
    '/usr/local/bin/imagenome',
    root,
    { PATH: '/usr/local/bin' },
    'imagenome',
  ],
  'installed in a project': [
    '/home/me/project/node_modules/.bin/imagenome',
    '/home/me/project',
    { PATH: '/home/me/project/node_modules/.bin:/bin', npm_command: 'exec' },
    'npx imagenome',
  ],
  'called by its path from elsewhere': [
    '/opt/my clone/dist/imagenome/cli.js',
    '/home/me',
    { PATH: '/bin' },
    'node "/opt/my clone/dist/imagenome/cli.js"',
  ],
};

for (const [name, [script, cwd, env, expected]] of Object.entries(started)) {
  test(`the program has the name that can be typed: ${name}`, (t) => {
    t.is(programName({ script, cwd, env }), expected);
  });
}

test('commands in our own words get that name, paths and files do not', (t) => {
  t.is(
    withProgram('build one: imagenome build INPUT; npx imagenome info; see imagenome.duckdb, imagenome help'),
    'build one: npx imagenome build INPUT; npx imagenome info; see imagenome.duckdb, npx imagenome help',
  );
});

test('a shell reads each word as it was', (t) => {
  for (const word of [
    'output/warehouse',
    "it's",
    'a "b" $HOME `x` \\',
    'the $HOME',
    'the `id`',
    'a\\\\b c',
    '',
    "from x where y = 'z'",
    '肺 !',
    '*',
  ]) {
    t.is(execFileSync('bash', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' }), word, word);
  }
});

test('a command that is too long goes on behind a backslash, for a shell the same words', (t) => {
  const words = [
    'sql',
    '/a/path of some length',
    "select code, count(*) as n from quarantine where code <> 'x' group by all",
  ];
  const text = commandLine(words, 60);
  t.true(text.split('\n').length > 1);
  const typed = text.replace(/^npx imagenome/, "printf '%s\\n'");
  t.is(execFileSync('bash', ['-c', typed], { encoding: 'utf8' }), `${words.join('\n')}\n`);
});

test('a word that is nearly a known one is recognized, another is not', (t) => {
  const known = ['build', 'synth', 'sql', 'info', 'check', 'report_findings', 'region_findings'];
  t.is(nearest('biuld', known), 'build');
  t.is(nearest('slq', known), 'sql');
  t.is(nearest('xyz', known), undefined);
  t.is(nearest('report_finding', known), 'report_findings');
  t.is(nearest('Report_Findings', known), 'report_findings');
  t.is(nearest('frobnicate', known), undefined);
  t.is(didYouMean('chek', known), ', did you mean check?');
  t.is(didYouMean('frobnicate', known), '');
});
