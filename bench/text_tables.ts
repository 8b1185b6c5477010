import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { releaseTables } from '../etl/load/input_files.js';
import { createInputs } from '../etl/load/inputs.js';

/**
 * Loads a sentences file of the size of the release (2,340,797 rows), whole and with one damaged row in a hundred thousand, and prints
 * how long that takes, how much memory, and how the lines were accounted for. `node dist/bench/text_tables.js [rows]`
 */
const rows = Number(process.argv[2] ?? 2_340_797);
const folder = mkdtempSync(join(tmpdir(), 'imagenome-bench-'));
const header = 'subject_id\trad_id\tsent_loc\trow_id\tsection\tsentence\n';
const words =
  'The lungs are clear without focal consolidation effusion or pneumothorax cardiac silhouette is normal in size'.split(
    ' ',
  );
const damage = [
  '"Wet read',
  'Tip is\t3 cm above the carina.',
  'a\tb\tc\td',
  'stable \x80 appearance',
  '5" tube',
];

try {
  for (const every of [undefined, 100_000]) {
    const path = join(folder, 'sentences.txt');
    await pipeline(lines(every), createWriteStream(path));
    process.stdout.write(`${JSON.stringify({ damaged: every ? rows / every : 0, ...(await load(path)) })}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function* lines(every: number | undefined): Generator<Buffer> {
  let text = header;
  for (let i = 0; i < rows; i++) {
    const study = 50_000_000 + Math.floor(i / 10);
    const isDamaged = every !== undefined && i % every === every - 1;
    const sentence = isDamaged ? damage[((i / every) % damage.length) | 0]! : sentenceOf(i);
    text += `${10_000_000 + Math.floor(i / 40)}\t${study}\t${i % 10}\t${study}|${i % 10}\tfinalreport\t${sentence}\n`;
    if (text.length < 2 ** 20) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  yield Buffer.from(text, 'latin1');
}

function sentenceOf(i: number): string {
  const from = (i * 7) % words.length;
  return `${[...words.slice(from), ...words.slice(0, from)].slice(0, 6 + (i % 10)).join(' ')}.`;
}

async function load(path: string) {
  const instance = await DuckDBInstance.create(join(folder, 'bench.duckdb'), {
    memory_limit: '256MB',
    threads: '2',
  });
  const connection = await instance.connect();
  let issues = 0;
  let rejected = 0;
  const started = performance.now();
  const { user, system } = process.cpuUsage();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const { facts } = await createInputs(
    connection,
    [{ id: 'sentences', path, name: 'sentences.txt', expected: releaseTables.sentences! }],
    {
      tempFolder: folder,
      withText: true,
      sink: { issue: () => issues++, reject: () => rejected++ },
    },
  );
  clearInterval(timer);
  const cpu = process.cpuUsage({ user, system });
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  instance.closeSync();
  rmSync(join(folder, 'bench.duckdb'));
  const [fact] = facts;
  return {
    rows: fact!.rows,
    lines: fact!.lines,
    ...{ issues, rejected },
    seconds: Math.round(seconds * 10) / 10,
    cpu_seconds: Math.round((cpu.user + cpu.system) / 1e5) / 10,
    peak_mb: Math.round(peak / 2 ** 20),
  };
}
