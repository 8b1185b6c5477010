import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { identifier } from '../etl/schema/ddl.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';
import { describeHost } from './host.js';
import { measure } from './measure.js';
import { questionsAbout } from './questions.js';
import { type Source, sourcesOf } from './sources.js';
import { median } from './summary.js';

/** Time of one query on one source; `rows` of the answer. */
interface Timing {
  readonly query: string;
  readonly source: string;
  readonly milliseconds: number;
  readonly rows: number;
}

/** Repeated at most so often, and no more once this many milliseconds have gone. */
const MOST_RUNS = 5;
const ENOUGH = 4000;

const { values } = parseArgs({
  options: { size: { type: 'string', default: '25000' }, out: { type: 'string' } },
});
const size = Number(values.size);
const { files } = await corpusOf(size, ['files']);
const warehouse = cached('out-queries');
rmSync(warehouse, { recursive: true, force: true });
await measure([
  ...[process.execPath, projectFile('dist', 'imagenome', 'cli.js')],
  ...['build', files, '--out', warehouse, '--quiet'],
]);
const sources = sourcesOf(warehouse, files);
const timings = [...(await timeQuestions()), ...(await connected(sources[0]!, timeViews))];
const rows = timings.map((timing) => [
  timing.query,
  timing.source,
  timing.milliseconds.toFixed(1),
  String(timing.rows),
]);
process.stdout.write(`\n${size} graphs\n${textTable(['query', 'from', 'median ms', 'rows'], rows)}`);
if (values.out) {
  const report = { host: await describeHost(), graphs: size, timings };
  writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
}

async function timeQuestions(): Promise<Timing[]> {
  const patient = await connected(sources[0]!, busiestPatient);
  const timings: Timing[] = [];
  for (const { name, sql } of questionsAbout(patient)) {
    const answers = new Set<string>();
    for (const source of sources) {
      const { answer, ...timing } = await connected(source, (connection) => time(connection, sql));
      answers.add(answer);
      timings.push({ query: name, source: source.name, ...timing });
    }
    if (answers.size !== 1) throw new Error(`${name}: the sources give different answers`);
  }
  return timings;
}

/** Each view counted, and, where it has a patient_id, all its columns for one patient. */
async function timeViews(connection: DuckDBConnection): Promise<Timing[]> {
  const patient = await busiestPatient(connection);
  const timings: Timing[] = [];
  for (const { name, has_patient } of await viewsOf(connection)) {
    const counted = await time(connection, `select count(*) from ${identifier(name)}`);
    const rows = Number(JSON.parse(counted.answer)[0][0]);
    timings.push({
      query: `count(*) of ${name}`,
      source: 'DuckDB',
      milliseconds: counted.milliseconds,
      rows,
    });
    if (!has_patient) continue;
    const one = await time(connection, `from ${identifier(name)} where patient_id = ${patient}`);
    timings.push({ query: `${name} of one patient`, source: 'DuckDB', ...timingOf(one) });
  }
  for (const call of [`patient_history(${patient})`, `finding_matrix() where patient_id = ${patient}`]) {
    timings.push({ query: call, source: 'DuckDB', ...timingOf(await time(connection, `from ${call}`)) });
  }
  return timings;
}

function timingOf({ milliseconds, rows }: Pick<Timing, 'milliseconds' | 'rows'>) {
  return { milliseconds, rows };
}

async function viewsOf(connection: DuckDBConnection): Promise<{ name: string; has_patient: boolean }[]> {
  const views = await connection.runAndReadAll(`
    select view_name as name, bool_or(column_name = 'patient_id') as has_patient
    from duckdb_views() as views
    join duckdb_columns() as columns
      on columns.database_name = views.database_name and columns.schema_name = views.schema_name and table_name = view_name
    where not views.internal and views.database_name = 'warehouse' and views.schema_name = 'main'
    group by all
    order by name`);
  return views.getRowObjectsJson() as unknown as { name: string; has_patient: boolean }[];
}

/** The median of a few runs, after one that does not count. */
async function time(connection: DuckDBConnection, sql: string) {
  const times: number[] = [];
  const began = performance.now();
  let reader = await connection.runAndReadAll(sql);
  while (times.length === 0 || (times.length < MOST_RUNS && performance.now() - began < ENOUGH)) {
    const started = performance.now();
    reader = await connection.runAndReadAll(sql);
    times.push(performance.now() - started);
  }
  const answer = JSON.stringify(reader.getRowsJson());
  return { milliseconds: median(times), rows: reader.currentRowCount, answer };
}

async function busiestPatient(connection: DuckDBConnection): Promise<number> {
  const query =
    'select patient_id from images group by patient_id order by count(*) desc, patient_id limit 1';
  return Number((await connection.runAndReadAll(query)).getRows()[0]![0]);
}

async function connected<T>(source: Source, use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await source.open(connection);
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
