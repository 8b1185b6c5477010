import { readdirSync, readFileSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';

const folder = projectFile('examples', 'notebooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}

test('there are notebooks', (t) => {
  t.true(names.length >= 3);
});

for (const name of names) {
  test(`${name} is stored without what it showed, and says what it is`, (t) => {
    const { cells, nbformat } = JSON.parse(readFileSync(projectFile('examples', 'notebooks', name), 'utf8'));
    t.is(nbformat, 4);
    t.regex(cells[0].source[0], /^# \w/);
    const code = (cells as Cell[]).filter(({ cell_type }) => cell_type === 'code');
    t.true(code.length > 3);
    for (const { outputs, execution_count } of code) t.deepEqual([outputs, execution_count], [[], null]);
    const text = (cells as Cell[]).flatMap(({ source }) => source).join('\n');
    t.notRegex(text, /\b(told|tells?|met|beside|dearer|one row an?|notes?)\b/i);
  });
}
