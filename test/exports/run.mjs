// Reads every export with the programs that people read it with, and compares what they find with SQL on the warehouse.
// `npm run test:exports` makes what it needs: a Python environment in node_modules/.cache, a release, one with faults, their warehouses.
// Words behind `--` are given to pytest. Without Python it says so and does nothing, without Java and Maven it leaves out Neo4j; in CI both
// are failures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasMaven, libraries } from '../../etl/scripts/maven.mjs';
import { environment, python } from '../../etl/scripts/python.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'imagenome', 'cli.js');

if (python === undefined) {
  console.error('exports: expected Python 3.11 or newer, found none; nothing was tested.');
  process.exit(process.env.CI ? 1 : 0);
}

if (!hasMaven) {
  console.error('exports: expected Java 17 and Maven, found none; Neo4j was not tested.');
  if (process.env.CI) process.exit(1);
}

/** Runs `imagenome`; 3 is what a build with planted faults ends with. */
function imagenome(codes, ...words) {
  const { status } = spawnSync('node', [cli, ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!codes.includes(status)) throw new Error(`imagenome ${words[0]} ended with ${status}`);
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-exports-'));
try {
  for (const [name, images, ...options] of [
    ['clean', '120'],
    ['faulty', '250', '--defects'],
  ]) {
    const release = join(work, `release-${name}`);
    const synth = ['--images', images, '--seed', '11', '--gold-patients', '3', '--quiet', '--out', release];
    imagenome([0], 'synth', ...synth, ...options);
    const metadata = join(release, 'mimic-cxr-jpg', 'mimic-cxr-2.0.0-metadata.csv.gz');
    const build = [release, '--quiet', '--mimic-metadata', metadata];
    imagenome([0, 3], 'build', ...build, '--out', join(work, name));
    if (name === 'clean') imagenome([0], 'build', ...build, '--no-text', '--out', join(work, 'no_text'));
  }
  const requirements = readFileSync(join(here, 'requirements.txt'), 'utf8');
  const interpreter = environment('imagenome-exports', 'clients', requirements);
  const neo4j = hasMaven ? libraries('imagenome-exports', 'neo4j', join(here, 'neo4j', 'pom.xml')) : '';
  const words = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', here, ...process.argv.slice(2)];
  const env = {
    ...{ ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    ...{ IMAGENOME_CLI: cli, IMAGENOME_WORK: work, IMAGENOME_NEO4J: neo4j },
  };
  const { status } = spawnSync(interpreter, words, { stdio: ['ignore', 'inherit', 'inherit'], env });
  process.exitCode = status ?? 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
