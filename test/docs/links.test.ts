import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'bench/README.md', 'output/README.md'],
  ...readdirSync(projectFile('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

for (const page of pages) {
  test(`the links of ${page} lead somewhere`, (t) => {
    const text = readFileSync(projectFile(page), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(([, target]) => target!);
    const broken = targets.filter((target) => !existsSync(projectFile(dirname(page), target)));
    t.deepEqual(broken, []);
  });
}

test('every npm script that a page names is one', (t) => {
  const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));
  for (const page of pages) {
    const text = readFileSync(projectFile(page), 'utf8');
    for (const [, name] of text.matchAll(/npm run ([a-z]+)/g)) t.true(name! in scripts, `${page}: ${name}`);
  }
});

test('the README shows the two commands that do everything', (t) => {
  const text = readFileSync(projectFile('README.md'), 'utf8');
  for (const command of ['npm start', 'npm test']) t.true(text.includes(`\n${command} `), command);
});
