import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { watchSignals } from './commands/interrupt.js';
import { Outputs } from './commands/outputs.js';
import { main } from './main.js';
import { projectFile } from './project.js';
import { screenOf } from './terminal/screen.js';
import { shownWords } from './terminal/visible.js';

/** The synthetic release that `npm start` builds: large enough for every view to have rows. */
const IMAGES = 2000;
const SEED = 1;

watchSignals();
const outputs = new Outputs({ out: process.stdout, err: process.stderr, env: process.env });
const { io } = outputs;
process.chdir(projectFile());

/** Writes a synthetic release unless it is there, builds the warehouse from it and shows what to do next. */
async function start(): Promise<number> {
  const [release, warehouse] = [join('output', 'release'), join('output', 'warehouse')];
  if (!isWritten(release)) {
    const failed = await main(['synth', '--images', `${IMAGES}`, '--seed', `${SEED}`, '--out', release], io);
    if (failed) return failed;
  }
  const failed = await main(['build', release, '--out', warehouse], io);
  if (failed) return failed;
  await answer(
    warehouse,
    'What do reports say most often of the left lung, and how often do they deny it?',
    leftLung,
  );
  await answer(warehouse, 'How do the studies of one patient follow each other?', sequence);
  say(next);
  return 0;
}

function isWritten(release: string): boolean {
  const path = join(release, 'truth.json');
  if (!existsSync(path)) return false;
  const truth = JSON.parse(readFileSync(path, 'utf8'));
  return truth.seed === SEED && truth.graphs.images === IMAGES && Object.keys(truth.quarantine).length === 0;
}

function say(text: string): void {
  io.out.write(shownWords(text, screenOf(io.out, io.env)));
}

async function answer(warehouse: string, question: string, sql: string): Promise<void> {
  say(`\n${question}\n\n${sql.replace(/^/gm, '  ')}\n\n`);
  await main(['sql', warehouse, sql], io);
}

const leftLung = `select label_name,
  count(*) filter (relation = 'yes') as yes,
  count(*) filter (relation = 'no') as no
from report_findings
where bbox_name = 'left lung' and is_finding
group by label_name
order by yes + no desc
limit 5`;

const sequence = `select sequence_number, study_id, gap_days, n_images,
  findings_yes[:3] as findings_yes
from patient_sequences
where patient_id = (
  select arg_max(patient_id, sequence_number)
  from patient_sequences
  where sequence_number <= 5
)
order by sequence_number`;

const next = `
Everything above is synthetic. Next:
  npx imagenome info                                 what the warehouse holds
  npx imagenome info --search effusion               what has a word in its name
  npx imagenome sql "from region_findings limit 5"   any query, in DuckDB's SQL
  npx imagenome report                               an HTML page with charts
  npx imagenome build /path/to/release --out output/imagenome
Open output/warehouse/imagenome.duckdb in DuckDB, or read its Parquet files from
pandas, polars, Spark or R: output/warehouse/README.md shows how.
`;

process.exitCode = await outputs.codeOf(start);
