import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { projectFile } from '../../etl/project.js';
import { readViewFiles } from '../../etl/schema/view_file.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';
import { type Row, withWarehouse } from '../helpers/warehouse.js';

const files = readViewFiles();

/** Types of the contract; a client that knows them reads every view. */
const types = /^(VARCHAR|INTEGER|BIGINT|DOUBLE|BOOLEAN|TIMESTAMP|STRUCT\(.*\))(\[\])?$/;

test('views/order.txt names every file below views/ once', (t) => {
  const found = readdirSync(projectFile('views'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.sql') && !/^spark[\\/]/.test(path))
    .map((path) => path.replace(/^macros[\\/]/, '').replace(/\.sql$/, ''));
  t.deepEqual(files.map(({ name }) => name).sort(), found.sort());
});

test('every header states grain, rule, tie-break and source', (t) => {
  for (const file of files) {
    for (const field of ['title', 'grain', 'rule', 'tieBreak', 'source', 'group'] as const) {
      t.not(file[field], '', `${file.name}: ${field}`);
    }
  }
});

test('every view has the columns of its header in their order, each with its comment', async (t) => {
  const out = join(await temporaryFolder(t), 'warehouse');
  await build({ input: projectFile('test', 'cases', 'examples', 'release'), out, workers: 1 });
  await withWarehouse(out, async (ask) => {
    const of = (rows: Row[], name: string) => rows.filter((row) => row.name === name);
    const views = await ask('select view_name as name, comment from duckdb_views() where not internal');
    const macros = await ask(
      'select function_name as name, comment from duckdb_functions() where not internal',
    );
    const columns = await ask(
      "select table_name as name, column_name, data_type, comment from duckdb_columns() where schema_name = 'main'",
    );
    for (const { name, kind, title, grain, rule, tieBreak, source, columns: described } of files) {
      const [entry, more] = of(kind === 'view' ? views : macros, name);
      t.is(more, undefined, name);
      for (const text of [title, grain, rule, tieBreak, source]) {
        t.true(String(entry?.comment).includes(text), `${name}: ${text}`);
      }
      if (kind !== 'view') continue;
      t.deepEqual(
        of(columns, name).map((column) => ({ name: column.column_name, description: column.comment })),
        [...described],
        name,
      );
      for (const column of of(columns, name)) t.regex(String(column.data_type), types, name);
    }
    for (const { name, kind, columns: described } of files.filter((file) => file.kind === 'table macro')) {
      const answered = await ask(`describe from ${name}(${calls[name] ?? ''})`);
      t.deepEqual(
        answered.map((column) => column.column_name),
        described.map((column) => column.name),
        `${kind} ${name}`,
      );
    }
  });
});

/** Arguments of the table macros that need some. */
const calls: Record<string, string> = {
  report_findings_within: "'finalreport'",
  region_findings_by: "'state'",
  region_finding_lists: "29, 'state'",
  chosen_regions: '29',
  study_report: '50000011',
  patient_history: '10000001',
  cooccurrence_within: "'train'",
};
