import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

/** Words that the project has another word for: reported, lists, shows; seen; next to; costs more; human-readable; one row per. */
const others = /\b(told|tells?|met|beside|dearer|for the eye|one row an?|notes?)\b/gi;

/** Where such a word means something else: a file, and what it says there. */
const allowed: readonly [path: string, text: string][] = [
  ['etl/synth/report/wording.ts', 'nothing of note on this view'],
];

const roots = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'etl',
  'views',
  'sql',
  'docs',
  'bench',
  'examples',
];

const files = roots.flatMap((root) =>
  statSync(projectFile(root)).isFile()
    ? [root]
    : readdirSync(projectFile(root), { recursive: true, encoding: 'utf8' })
        .map((path) => join(root, path).replaceAll('\\', '/'))
        .filter((path) => /\.(md|ts|mjs|sql|py|txt)$/.test(path)),
);

for (const path of files) {
  const text = allowed
    .filter(([file]) => file === path)
    .reduce((text, [, phrase]) => text.replaceAll(phrase, ''), readFileSync(projectFile(path), 'utf8'));
  const found = [...text.matchAll(others)].map(([word]) => word);
  if (found.length === 0) continue;
  test(`${path} has no words of another language`, (t) => {
    t.deepEqual(found, [], path);
  });
}

test('the language of the project is read in all of its files', (t) => {
  t.true(files.length > 200);
});
