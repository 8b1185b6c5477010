// Reads two synthetic warehouses with Spark, as files and from object storage, and compares every view and macro with DuckDB's rows.
// `npm run test:spark` makes what it needs: Python environments in node_modules/.cache, releases with and without faults, warehouses.
// Without Python or Java it says so and does nothing, but in CI that is a failure.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { python } from '../../etl/scripts/python.mjs';
import { casesPlan, warehousePlan } from './plan.mjs';
import { hasJava, sparkPython } from './sparks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'imagenome', 'cli.js');

/** Versions of Spark, and whether what has no answer is an error in it. */
const SPARKS = [
  ['3.5', 'false'],
  ['4', 'true'],
];

if (python === undefined || !hasJava()) {
  console.error('spark: expected Python 3.11 and Java 17 or newer; nothing was tested.');
  process.exit(process.env.CI ? 1 : 0);
}

function imagenome(...words) {
  const { status } = spawnSync('node', [cli, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0 && status !== 3) throw new Error(`imagenome ${words[0]} ended with ${status}`);
}

/** Runs a script; its output comes in one piece when it ends. Gives the exit code. */
function start(interpreter, script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(interpreter, [join(here, script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYTHONDONTWRITEBYTECODE: '1' },
    });
    const [out, err] = [[], []];
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => err.push(data));
    child.on('close', (code, signal) => {
      console.log(`\n${script}\n${Buffer.concat(out)}`.trimEnd());
      if (code !== 0) console.error(`${script}: exit code ${code}, signal ${signal}\n${Buffer.concat(err)}`);
      resolve(code);
    });
  });
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-spark-'));
let failed = 1;
try {
  const synth = ['--images', '60', '--gold-patients', '4', '--quiet'];
  imagenome(
    'synth',
    ...synth,
    '--seed',
    '5',
    '--rdf',
    '--mimic',
    join(work, 'mimic'),
    '--out',
    join(work, 'release'),
  );
  imagenome('synth', ...synth, '--seed', '11', '--defects', '--out', join(work, 'faulty_release'));
  const [clean, faulty] = [join(work, 'clean'), join(work, 'faulty')];
  imagenome('build', join(work, 'release'), '--out', clean, '--quiet');
  imagenome('build', join(work, 'faulty_release'), '--out', faulty, '--quiet', '--no-text');
  const plan = join(work, 'plan.json');
  const warehouses = [clean, faulty].map(warehousePlan);
  writeFileSync(plan, JSON.stringify({ warehouses, cases: casesPlan(join(here, 'cases.json')) }));

  const sparks = SPARKS.map(([version, ansi]) => {
    const scratch = join(work, `spark-${version}`);
    mkdirSync(scratch);
    return [sparkPython(version), 'test_views.py', plan, scratch, ansi];
  });
  const codes = await Promise.all(sparks.map((words) => start(...words)));
  failed = codes.filter((code) => code !== 0).length;
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed === 0 ? '\nspark: all agree' : `\nspark: ${failed} checks failed`);
process.exit(failed === 0 ? 0 : 1);
