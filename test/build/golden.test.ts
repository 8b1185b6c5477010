import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { graphTables } from '../../etl/schema/index.js';
import { type ParquetRow, parquetRows } from '../helpers/parquet.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { tableRows } from '../helpers/warehouse.js';

const cases = projectFile('test', 'cases', 'build');

/** What a case expects of a table: all its rows in order, of each the columns that it is about. */
async function expectedTables(name: string): Promise<[table: string, rows: ParquetRow[]][]> {
  const folder = join(cases, name, 'expected');
  const files = await readdir(folder);
  return Promise.all(
    files.map(async (file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(await readFile(join(folder, file), 'utf8')),
    ]),
  );
}

function sameColumns(rows: readonly ParquetRow[], expected: readonly ParquetRow[]): ParquetRow[] {
  return rows.map((row, i) =>
    Object.fromEntries(Object.keys(expected[i] ?? row).map((column) => [column, row[column]])),
  );
}

// One after the other, so that the duration of each is its own.
for (const name of readdirSync(cases).sort()) {
  test.serial(`builds ${name}`, async (t) => {
    const out = join(await temporaryFolder(t), 'warehouse');
    await build({ derived: 'none', input: join(cases, name, 'input'), out, workers: 1 });
    for (const [table, expected] of await expectedTables(name)) {
      const rows = await tableRows(out, table);
      t.deepEqual(sameColumns(rows, expected), expected, `${table} of the DuckDB file`);
      const published = await parquetRows(out, table);
      t.deepEqual(sameColumns(published, expected), expected, `${table} of Parquet`);
    }
  });
}

test('the public example states every column of every per-image table', async (t) => {
  const expected = new Map(await expectedTables('public_example'));
  for (const { name, columns } of Object.values(graphTables)) {
    for (const row of expected.get(name)!) {
      t.deepEqual(Object.keys(row).sort(), columns.map((column) => column.name).sort(), name);
    }
  }
});
