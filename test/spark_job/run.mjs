// Builds a warehouse with Spark on this machine, two executors of which one is killed: `npm run test:spark:job`.
// It makes its Python environment in node_modules/.cache. Without Python or Java it says so and does nothing, but in CI that is a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, python } from '../../etl/scripts/python.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'imagenome', 'cli.js');

if (python === undefined || spawnSync('java', ['-version']).status !== 0) {
  console.error(
    'spark job: expected Python 3.11 or newer and Java 17 or newer, found one of them missing; nothing was tested.',
  );
  process.exit(process.env.CI ? 1 : 0);
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-spark-job-'));
let failed = true;
try {
  const [release, whole, scratch] = ['release', 'whole', 'scratch'].map((name) => join(work, name));
  const imagenome = (...args) =>
    spawnSync('node', [cli, ...args, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] }).status;
  imagenome('synth', '--images', '1500', '--seed', '9', '--defects', '--out', release);
  const code = imagenome('build', release, '--out', whole);
  if (code !== 3) throw new Error(`expected a build with planted faults to end with 3, found ${code}`);
  const interpreter = environment(
    'imagenome-spark',
    'job',
    readFileSync(join(here, 'requirements.txt'), 'utf8'),
  );
  mkdirSync(scratch);
  const job = [join(here, 'test_job.py'), release, whole, `'${process.execPath}' '${cli}'`, scratch];
  const { status } = spawnSync(interpreter, job, { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  failed = status !== 0;
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed ? 'spark job: failed' : 'spark job: the warehouse is that of one build');
process.exit(failed ? 1 : 0);
