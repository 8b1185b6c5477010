// Reads a synthetic warehouse with the readers that people use, and runs every view in the DuckDB versions that are promised.
// `npm run test:readers` makes what it needs: Python environments in node_modules/.cache, a release with faults, its warehouse.
// Without Python it says so and does nothing, but in CI that is a failure.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'imagenome-readers');

/** The oldest DuckDB that is promised, the newest 1.x, the newest 2.x. */
const VERSIONS = ['1.4.4', '1.5.6', '2.0.1'];

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
if (python === undefined) {
  console.error('readers: expected Python 3.11 or newer, found none; nothing was tested.');
  process.exit(process.env.CI ? 1 : 0);
}

function run(command, args, options = {}) {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
}

/** The Python of an environment with these packages, made when it is not there yet. */
function environment(name, requirements) {
  const folder = join(cache, name);
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, 'requirements.sha256');
  const wanted = createHash('sha256').update(requirements).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return interpreter;
  console.log(`readers: installing ${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  run(python, ['-m', 'venv', folder]);
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, requirements);
  run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', list]);
  writeFileSync(stamp, wanted);
  return interpreter;
}

const work = mkdtempSync(join(tmpdir(), 'imagenome-readers-'));
let failed = 0;
const check = (interpreter, script, ...args) => {
  console.log(`\n${script}`);
  failed +=
    spawnSync(interpreter, [join(here, script), ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
      ? 0
      : 1;
};
try {
  const cli = join(root, 'dist', 'imagenome', 'cli.js');
  const [release, warehouse] = [join(work, 'release'), join(work, 'warehouse')];
  run('node', [cli, 'synth', '--images', '600', '--seed', '11', '--defects', '--out', release], {
    stdio: 'ignore',
  });
  spawnSync('node', [cli, 'build', release, '--out', warehouse, '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const answers = VERSIONS.map((version) => {
    const path = join(work, `duckdb-${version}.json`);
    const interpreter = environment(`duckdb-${version}`, `duckdb==${version}\n`);
    run(interpreter, [join(here, 'test_versions.py'), warehouse], {
      stdio: ['ignore', openSync(path, 'w'), 'inherit'],
    });
    return path;
  });
  const readers = environment('readers', readFileSync(join(here, 'requirements.txt'), 'utf8'));
  check(readers, 'compare_versions.py', ...answers);
  check(readers, 'test_readers.py', warehouse);
  check(readers, 'test_descriptors.py', warehouse);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(failed === 0 ? '\nreaders: all agree' : `\nreaders: ${failed} checks failed`);
process.exit(failed === 0 ? 0 : 1);
