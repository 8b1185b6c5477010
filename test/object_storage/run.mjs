// Puts a synthetic warehouse into a server that speaks S3, on loopback, and reads its Parquet tree from there with pyarrow, polars and Spark.
// `npm run test:object_storage` makes what it needs: Python environments and jars in node_modules/.cache, a release, a warehouse. Without Python
// or Java it says so and does nothing, but in CI that is a failure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, python } from '../../etl/scripts/python.mjs';
import { hasJava, sparkPython } from '../spark/sparks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'imagenome', 'cli.js');

if (python === undefined || !hasJava()) {
  console.error('object storage: expected Python 3.11 and Java 17 or newer; nothing was tested.');
  process.exit(process.env.CI ? 1 : 0);
}

function run(command, ...words) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', SPARK_LOCAL_IP: '127.0.0.1' };
  const { status } = spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return status;
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-object-storage-'));
try {
  const [release, warehouse] = [join(work, 'release'), join(work, 'warehouse')];
  run('node', cli, 'synth', '--images', '80', '--seed', '5', '--quiet', '--out', release);
  run('node', cli, 'build', release, '--out', warehouse, '--quiet');
  const requirements = readFileSync(join(here, 'requirements.txt'), 'utf8');
  const interpreter = environment('imagenome-object-storage', 'readers', requirements);
  const jars = join(here, '..', '..', 'node_modules', '.cache', 'imagenome-object-storage', 'jars');
  const spark = [sparkPython('3.5'), join(here, 'spark_s3a.py'), work, jars];
  process.exitCode = run(
    interpreter,
    join(here, 'test_s3.py'),
    warehouse,
    `'${process.execPath}' '${cli}'`,
    ...spark,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
