import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { createCatalog } from '../../etl/load/catalog.js';
import { createEmptyDatabase, templateName } from '../../etl/load/template.js';
import { projectFile } from '../../etl/project.js';
import { tables } from '../../etl/schema/index.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { STORAGE_VERSION } from '../../etl/write/database.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** All that a catalog says, in the order of its names. */
const catalog = `
  select 'table' as kind, schema_name, table_name as name, comment, sql from duckdb_tables()
  union all select 'view', schema_name, view_name, comment, sql from duckdb_views() where not internal
  union all select 'column', schema_name, table_name || '.' || column_name, comment, data_type from duckdb_columns() where not internal
  union all select function_type, schema_name, function_name, comment, macro_definition from duckdb_functions() where not internal
  order by all`;

async function withDatabase<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(path, { storage_compatibility_version: STORAGE_VERSION });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const catalogOf = (path: string) =>
  withDatabase(path, async (connection) => (await connection.runAndReadAll(catalog)).getRowObjectsJson());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const both = [true, false];
for (const options of both.flatMap((withText) => both.map((withStored) => ({ withText, withStored })))) {
  const { withText, withStored } = options;
  test(`an empty database ${JSON.stringify(options)} is a template, and all that the sources make`, async (t) => {
    const folder = await temporaryFolder(t);
    const path = join(folder, 'empty.duckdb');
    await createEmptyDatabase(path, options);
    t.is((await stat(path)).mode & 0o777, 0o600, 'it can be written, whatever the package is');
    const shipped = projectFile('dist', 'imagenome');
    const templates = (await readdir(shipped)).filter((name) => name.endsWith('.duckdb'));
    const hashes = await Promise.all(
      templates.map(async (name) => sha256(await readFile(join(shipped, name)))),
    );
    t.true(hashes.includes(sha256(await readFile(path))), 'npm run build has made it');
    const fresh = join(folder, 'fresh.duckdb');
    await withDatabase(fresh, (connection) => createCatalog(connection, options));
    const made = await catalogOf(fresh);
    t.true(made.length > 500);
    t.deepEqual(await catalogOf(path), made);
    t.is(made.filter(({ kind, name }) => kind === 'table' && name === 'phrases').length, withText ? 1 : 0);
    t.is(
      made.some(({ kind, schema_name }) => kind === 'table' && schema_name === 'derived'),
      withStored,
    );
  });
}

test('another column, another view or another choice of tables is another template', (t) => {
  const views = readViewFiles();
  const whole = { withText: true, withStored: true };
  const [first, ...others] = tables;
  const names: [string, ...string[]] = [
    templateName(whole, tables, views),
    templateName({ ...whole, withText: false }, tables, views),
    templateName({ ...whole, withStored: false }, tables, views),
    templateName(whole, [{ ...first!, title: 'other' }, ...others], views),
    templateName(whole, tables, [{ ...views[0]!, sql: 'select 1' }, ...views.slice(1)]),
  ];
  t.is(new Set(names).size, names.length);
  t.is(templateName(whole, tables, readViewFiles()), names[0]);
});
