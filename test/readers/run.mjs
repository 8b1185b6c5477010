// Reads a synthetic warehouse with the readers that people use, and runs every view in the DuckDB versions that are promised.
// `npm run test:readers` makes what it needs: Python environments in node_modules/.cache, a release with faults, its warehouse.
// Without Python it says so and does nothing, but in CI that is a failure.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, python } from '../../etl/scripts/python.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

/** The oldest DuckDB that is promised, the newest 1.x, the newest 2.x. */
const VERSIONS = ['1.4.4', '1.5.6', '2.0.1'];

if (python === undefined) {
  console.error('readers: expected Python 3.11 or newer, found none; nothing was tested.');
  process.exit(process.env.CI ? 1 : 0);
}

function run(command, args, options = {}) {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

/** Runs a script; its output comes in one piece when it ends. Gives the exit code. */
function start(interpreter, script, args, output) {
  return new Promise((resolve) => {
    const child = spawn(interpreter, [join(here, script), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [];
    const err = [];
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => err.push(data));
    child.on('close', (code, signal) => {
      if (output !== undefined) writeFileSync(output, Buffer.concat(out));
      else console.log(`\n${script}\n${Buffer.concat(out)}`.trimEnd());
      if (code !== 0) console.error(`${script}: exit code ${code}, signal ${signal}\n${Buffer.concat(err)}`);
      resolve(code);
    });
  });
}

/** Runs checks, one after the other, and says how many failed. */
async function inTurn(...checks) {
  let failed = 0;
  for (const check of checks) failed += (await check()) === 0 ? 0 : 1;
  return failed;
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-readers-'));
let failed = 1;
try {
  const cli = join(root, 'dist', 'imagenome', 'cli.js');
  // The folder that a build makes by default, so that recipes find it where they say.
  const warehouse = join(work, 'output', 'warehouse');
  const withoutText = join(work, 'no_text');
  const small = join(work, 'small');
  const types = join(work, 'every_type');
  const release = (images) => {
    const out = join(work, `release-${images}`);
    const args = [
      'synth',
      '--images',
      String(images),
      '--seed',
      '11',
      '--gold-patients',
      '5',
      '--defects',
      '--out',
      out,
    ];
    run('node', [cli, ...args], { stdio: 'ignore' });
    return out;
  };
  const build = (input, out, ...options) => {
    const args = [cli, 'build', input, '--out', out, '--quiet', ...options];
    const { status } = spawnSync('node', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 3) throw new Error(`expected a build with planted faults to end with 3, found ${status}`);
  };
  mkdirSync(dirname(warehouse));
  const [large, little] = [release(600), release(150)];
  build(large, warehouse);
  const graphs = ['--form', 'node-link', '--out', join(work, 'output', 'graphs')];
  run('node', [cli, 'export', 'graph', warehouse, '--quiet', ...graphs], { stdio: 'ignore' });
  build(large, withoutText, '--no-text');
  build(little, small);
  run('node', [join(here, 'every_type.mjs'), types]);

  const readers = environment(
    'imagenome-readers',
    'readers',
    readFileSync(join(here, 'requirements.txt'), 'utf8'),
  );
  const versions = VERSIONS.map((version) => [
    version,
    environment('imagenome-readers', `duckdb-${version}`, `duckdb==${version}\n`),
  ]);
  const compared = [warehouse, withoutText].map((folder, i) => {
    const answers = versions.map(([version]) => join(work, `duckdb-${version}-${i}.json`));
    const asked = versions.map(
      ([, interpreter], j) =>
        () =>
          start(interpreter, 'test_versions.py', [folder], answers[j]),
    );
    return [...asked, () => start(readers, 'compare_versions.py', answers)];
  });
  const failures = await Promise.all([
    inTurn(
      () => start(readers, 'test_recipes.py', [root, work]),
      () => start(readers, 'test_partitions.py', [warehouse]),
      () => start(readers, 'test_readers.py', [warehouse, types]),
      () => start(readers, 'test_notebooks.py', [root, work]),
    ),
    inTurn(...compared.flat(), () => start(readers, 'test_descriptors.py', [small])),
  ]);
  failed = failures.reduce((sum, failures) => sum + failures, 0);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed === 0 ? '\nreaders: all agree' : `\nreaders: ${failed} checks failed`);
process.exit(failed === 0 ? 0 : 1);
