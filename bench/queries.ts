import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { textTable } from '../etl/commands/text_table.js';
import { projectFile } from '../etl/project.js';
import { cached } from './cache.js';
import { corpusOf } from './corpus.js';
import { describeHost } from './host.js';
import { measure } from './measure.js';
import { questionsAbout } from './questions.js';
import { type Source, sourcesOf } from './sources.js';
import { median } from './summary.js';
import { measureViews, type ViewTiming } from './views/measure_views.js';
import { viewPage } from './views/view_page.js';
import { viewQueries } from './views/view_queries.js';
import { viewTable } from './views/view_table.js';

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

/** Most graphs that are written as loose files, which read_json needs. */
const MOST_FILES = 25_000;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '25000' },
    out: { type: 'string' },
    /** A warehouse that is there already. */
    warehouse: { type: 'string' },
    /** Only views whose names have one of these parts; the rest is taken from what the file `out` has already. */
    views: { type: 'string' },
    /** Markdown page of the views. */
    page: { type: 'string' },
  },
});
const size = Number(values.size);
const warehouse = values.warehouse ?? cached('out-queries');
const timings = size <= MOST_FILES ? await timeQuestions() : [];
if (size > MOST_FILES && values.warehouse === undefined) {
  const { zip } = await corpusOf(size, ['zip']);
  await buildFrom(zip);
}
const views = [...keptTimings(), ...(await timeViews())];
if (timings.length > 0) {
  const rows = timings.map((timing) => [
    timing.query,
    timing.source,
    timing.milliseconds.toFixed(1),
    String(timing.rows),
  ]);
  process.stdout.write(`\n${size} graphs\n${textTable(['query', 'from', 'median ms', 'rows'], rows)}`);
}
process.stdout.write(`\n${viewTable(views)}`);
if (values.page) writeFileSync(values.page, `${viewPage(size, views)}\n`);
if (values.out) {
  const report = { host: await describeHost(), graphs: size, timings, views };
  writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
}

/** Timings of the views that are not measured now. */
function keptTimings(): ViewTiming[] {
  const wanted = values.views?.split(',');
  if (wanted === undefined || !values.out || !existsSync(values.out)) return [];
  const { views } = JSON.parse(readFileSync(values.out, 'utf8')) as { views: ViewTiming[] };
  return views.filter(({ view }) => !wanted.some((name) => view.includes(name)));
}

async function buildFrom(input: string): Promise<void> {
  rmSync(warehouse, { recursive: true, force: true });
  const cli = projectFile('dist', 'imagenome', 'cli.js');
  await measure([process.execPath, cli, 'build', input, '--out', warehouse, '--quiet']);
}

async function timeQuestions(): Promise<Timing[]> {
  const { files } = await corpusOf(size, ['files']);
  if (values.warehouse === undefined) await buildFrom(files);
  const sources = sourcesOf(warehouse, files);
  const { patient } = await connected(sources[0]!, busiest);
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

/** Every view and macro in the versions of DuckDB that people have. */
async function timeViews(): Promise<ViewTiming[]> {
  const subject = await connected(sourcesOf(warehouse, '')[0]!, busiest);
  const wanted = values.views?.split(',');
  const queries = viewQueries(subject).filter(
    ({ view }) => wanted === undefined || wanted.some((name) => view.includes(name)),
  );
  const timings: ViewTiming[] = [];
  await measureViews(join(warehouse, 'imagenome.duckdb'), queries, (timing) => {
    timings.push(timing);
    const { version, view, shape, seconds, failure } = timing;
    process.stderr.write(`${version} ${view} ${shape}: ${failure ?? `${seconds!.toFixed(3)} s`}\n`);
  });
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

/** The patient with most images, and one of the patient's studies. */
async function busiest(connection: DuckDBConnection): Promise<{ patient: number; study: number }> {
  const query = `
    select patient_id, min(study_id) from images group by patient_id order by count(*) desc, patient_id limit 1`;
  const [patient, study] = (await connection.runAndReadAll(query)).getRows()[0]!;
  return { patient: Number(patient), study: Number(study) };
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
