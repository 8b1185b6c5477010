import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

const readme = readFileSync(projectFile('README.md'), 'utf8');

test('the SQL of the README runs where a warehouse was built by default', async (t) => {
  const folder = await temporaryFolder(t);
  await build({ input: exampleRelease, out: join(folder, 'output', 'warehouse'), workers: 1 });
  process.chdir(folder);
  const [, sql] = /```sql\n(-- DuckDB.*?)```/s.exec(readme)!;
  const instance = await DuckDBInstance.create();
  t.teardown(() => instance.closeSync());
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(sql!);
  t.true(read.columnNames().includes('n_images'));
  t.true(read.currentRowCount > 0);
});

test('recipes for other tools name a table of the default warehouse', (t) => {
  const paths = [...readme.matchAll(/output\/[\w-]+\/parquet\/(\w+)/g)];
  t.true(paths.length >= 4);
  for (const [path, table] of paths) t.regex(path, /^output\/warehouse\//, table);
});
