import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { fields } from '../../etl/schema/fields.js';
import { tables } from '../../etl/schema/index.js';
import { parseViewFile, readViewFiles } from '../../etl/schema/view_file.js';

const header = (columns: string) =>
  `-- sizes: Sizes\n-- grain: image\n-- rule: none\n-- tie-break: none\n-- source: none\n-- columns:\n${columns}\nfrom images`;

test('a view header that only names a column gives it the description of fields.ts', (t) => {
  const { columns } = parseViewFile(
    header('--   image_id, study_id\n--   n: how many, all in all\n--   section'),
  );
  t.deepEqual(columns, [
    { name: 'image_id', description: fields.image_id[1] },
    { name: 'study_id', description: fields.study_id[1] },
    { name: 'n', description: 'how many, all in all' },
    { name: 'section', description: fields.section[1] },
  ]);
});

test('a view header must describe a column that has no usual meaning', (t) => {
  const error = t.throws(() => parseViewFile(header('--   image_id, n_things')));
  t.regex(error.message, /^sizes: .*n_things/);
  t.throws(() => parseViewFile(header('--   toString')));
});

test('tables and views describe image_id, study_id and patient_id alike', (t) => {
  for (const { name, kind, columns } of tables.filter(({ kind }) => kind === 'graph')) {
    for (const key of ['image_id', 'study_id', 'patient_id'] as const) {
      t.is(columns.find((column) => column.name === key)?.description, fields[key][1], `${kind} ${name}`);
    }
  }
  t.is(
    readViewFiles()
      .find(({ name }) => name === 'cohort')
      ?.columns.find(({ name }) => name === 'image_id')?.description,
    fields.image_id[1],
  );
});

test('a description of fields.ts is written nowhere else', (t) => {
  const files = ['etl/schema', 'views'].flatMap((folder) =>
    readdirSync(projectFile(folder), { recursive: true })
      .map((path) => join(folder, String(path)))
      .filter((path) => /\.(ts|sql)$/.test(path) && !path.endsWith('fields.ts')),
  );
  t.true(files.length > 50);
  for (const path of files) {
    const text = readFileSync(projectFile(path), 'utf8');
    for (const [name, [, description]] of Object.entries(fields)) {
      for (const copy of [`'${description}'`, `${name}: ${description}\n`]) {
        t.false(text.includes(copy), `${path} describes ${name} again`);
      }
    }
  }
});
