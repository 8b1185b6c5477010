import { readdirSync } from 'node:fs';
import test from 'ava';
import { projectFile } from '../../etl/project.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { digestOf, readSparkQuery, sparkStatements } from '../../etl/spark/index.js';
import type { Manifest } from '../../etl/warehouse/manifest.js';
import { imagenome } from '../helpers/command.js';

test('every view and macro has its Spark SQL, translated from what it is now: else npm run spark', (t) => {
  const files = readViewFiles();
  const stale = files.filter((file) => readSparkQuery(file.name).digest !== digestOf(file, files));
  t.deepEqual(
    stale.map(({ name }) => name),
    [],
  );
  t.deepEqual(
    readdirSync(projectFile('views', 'spark')).sort(),
    files.map(({ name }) => `${name}.sql`).sort(),
  );
});

test('a digest changes with a macro that is called', (t) => {
  const files = readViewFiles();
  const other = files.map((file) => (file.name === 'is_finding' ? { ...file, sql: `${file.sql} ` } : file));
  const of = (list: typeof files, name: string) => digestOf(list.find((file) => file.name === name)!, list);
  t.not(of(files, 'image_findings'), of(other, 'image_findings'));
  t.is(of(files, 'boxes'), of(other, 'boxes'));
});

test('tables that a build was not given are empty, with their columns', (t) => {
  const build = { with_text: false } as Manifest['build'];
  const manifest = { build, tables: [], inputs: [] } as unknown as Manifest;
  const statements = sparkStatements(manifest, { files: 's3a://bucket/warehouse' });
  const sqlOf = (name: string) => statements.find((statement) => statement.name === name)?.sql ?? '';
  t.regex(sqlOf('splits_if_given'), /cast\(`image_id` as string\) as `image_id`[\s\S]*where false/);
  t.regex(sqlOf('provided'), /\('splits', false\)/);
  t.is(sqlOf('phrases'), '');
  t.regex(sqlOf('phrases_if_given'), /where false/);
});

test('a macro is a query with named markers; an unknown one is a usage message', async (t) => {
  const { code, out } = await imagenome('views', '--dialect', 'spark', '--macro', 'finding_matrix');
  t.is(code, 0);
  t.regex(out, /:regions\b/);
  t.regex(out, /:rule\b/);
  const unknown = await imagenome('views', '--dialect', 'spark', '--macro', 'finding_matrx');
  t.is(unknown.code, 1);
  t.regex(unknown.err, /finding_matrix/);
  t.is((await imagenome('views')).code, 2);
});
