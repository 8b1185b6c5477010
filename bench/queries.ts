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
  ...[process.execPath, projectFile('dist', 'etl', 'cli.js')],
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

async function timeViews(connection: DuckDBConnection): Promise<Timing[]> {
  const views = await connection.runAndReadAll(
    `select view_name from duckdb_views()
    where not internal and database_name = 'warehouse' and schema_name = 'main' order by all`,
  );
  const timings: Timing[] = [];
  for (const [view] of views.getRows()) {
    const sql = `select count(*) from ${identifier(String(view))}`;
    const { milliseconds, answer } = await time(connection, sql);
    timings.push({
      query: `count(*) of ${view}`,
      source: 'DuckDB',
      milliseconds,
      rows: Number(JSON.parse(answer)[0][0]),
    });
  }
  return timings;
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
