import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../etl/project.js';
import { cached } from './cache.js';

const folder = cached('python');

/** The Python of the benchmark's own environment. */
export function python(): string {
  return join(folder, 'bin', 'python');
}

/** Makes the environment with the pinned packages, unless it is there. */
export function preparePython(): void {
  const requirements = projectFile('bench', 'peers', 'python', 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  const stamp = join(folder, 'requirements.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('python: making an environment\n');
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  execFileSync(python(), install, { stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(stamp, wanted);
}

/** Versions of Python and the pinned packages; empty when there is no environment. */
export function pythonVersions(): Record<string, string> {
  if (!existsSync(python())) return {};
  const version = execFileSync(python(), ['--version'], { encoding: 'utf8' }).trim().split(' ')[1]!;
  const pinned = readFileSync(join(folder, 'requirements.txt'), 'utf8').trim().split('\n');
  return {
    python: version,
    ...Object.fromEntries(pinned.map((line) => line.split('==') as [string, string])),
  };
}
