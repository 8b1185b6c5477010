import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

const read = (...path: string[]) => readFileSync(projectFile(...path), 'utf8');
const { engines, scripts } = JSON.parse(read('package.json'));
const floor = engines.node.replace('>=', '');

test('the oldest Node that is supported is the same in package.json, .nvmrc and the workflow', (t) => {
  t.is(read('.nvmrc').trim(), floor);
  t.true(read('.github', 'workflows', 'ci.yml').includes(`"${floor}"`));
});

test('the workflow runs .ci/run', (t) => {
  t.regex(read('.github', 'workflows', 'ci.yml'), /^ +- run: \.ci\/run$/m);
});

test('every decision states its status and date', (t) => {
  const names = readdirSync(projectFile('docs', 'decisions'));
  t.true(names.length > 3);
  for (const name of names) {
    t.regex(
      read('docs', 'decisions', name),
      /^# .+\n\nStatus: (proposed|accepted|superseded by .+), \d{4}-\d\d-\d\d\.\n/,
      name,
    );
  }
});

test('CONTRIBUTING.md names scripts and files that exist', (t) => {
  const text = read('CONTRIBUTING.md');
  const named = [...text.matchAll(/`npm run (\w+)/g)].map(([, name]) => name!);
  t.true(named.length > 3);
  t.deepEqual(
    named.filter((name) => !(name in scripts)),
    [],
  );
  const paths = [...text.matchAll(/(?:`|npx ava )((?:etl|test|views|sql|docs|dist\/test)\/[\w./-]+)/g)].map(
    ([, path]) => path!,
  );
  t.true(paths.length > 10);
  t.deepEqual(
    paths.filter((path) => !existsSync(projectFile(path))),
    [],
  );
});
