import { readFileSync } from 'node:fs';
import test from 'ava';
import { generatedPages } from '../../etl/docs/pages.js';
import { projectFile } from '../../etl/project.js';
import { tables } from '../../etl/schema/index.js';
import { readViewFiles } from '../../etl/schema/view_file.js';

test('the generated pages are those that `npm run docs` writes', async (t) => {
  for (const [path, text] of Object.entries(await generatedPages())) {
    t.true(readFileSync(projectFile(path), 'utf8') === text, `${path} is stale: run npm run docs`);
  }
});

test('the pages have every table, view and column, with a type', async (t) => {
  const pages = await generatedPages();
  const documented = [
    ...tables.map((table) => ({ ...table, path: 'docs/dictionary.md' })),
    ...readViewFiles().map((file) => ({ ...file, path: 'docs/views.md' })),
  ];
  for (const { name, columns, path } of documented) {
    const section = pages[path]!.split('\n### ').find((one) => one.startsWith(`${name}\n`));
    t.truthy(section, name);
    for (const column of columns) {
      const row = section!.split('\n').find((line) => line.startsWith(`| \`${column.name}\` `));
      t.regex(row ?? '', /^\| `[^`]+` +\| [A-Z]/, `${name}.${column.name}`);
    }
  }
});
