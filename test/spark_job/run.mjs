// Builds a warehouse with Spark 3.5 and 4 on this machine, two executors of which one is killed: `npm run test:spark:job`.
// It makes its Python environments in node_modules/.cache. Without Python or Java it says so and does nothing, but in CI that is a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { python } from '../../etl/scripts/python.mjs';
import { hasJava, sparkPython } from '../spark/sparks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'imagenome', 'cli.js');

if (python === undefined || !hasJava()) {
  console.error(
    'spark job: expected Python 3.11 or newer and Java 17 or newer, found one of them missing; nothing was tested.',
  );
  process.exit(process.env.CI ? 1 : 0);
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-spark-job-'));
let failed = 2;
try {
  const [release, whole] = ['release', 'whole'].map((name) => join(work, name));
  const imagenome = (...args) =>
    spawnSync('node', [cli, ...args, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] }).status;
  imagenome('synth', '--images', '1500', '--seed', '9', '--defects', '--out', release);
  const code = imagenome('build', release, '--out', whole);
  if (code !== 3) throw new Error(`expected a build with planted faults to end with 3, found ${code}`);
  for (const version of ['3.5', '4']) {
    const scratch = join(work, `scratch-${version}`);
    mkdirSync(scratch);
    console.log(`Spark ${version}`);
    const job = [join(here, 'test_job.py'), release, whole, `'${process.execPath}' '${cli}'`, scratch];
    const { status } = spawnSync(sparkPython(version), job, { stdio: ['ignore', 'inherit', 'pipe'] });
    if (status === 0) failed -= 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed > 0 ? 'spark job: failed' : 'spark job: the warehouse is that of one build');
process.exit(failed > 0 ? 1 : 0);
