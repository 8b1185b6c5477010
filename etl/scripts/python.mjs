// Python environments in node_modules/.cache, made when they are not there yet.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The command that starts Python; undefined where there is none. */
export const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

/**
 * The Python of an environment with these packages, made when it is not there yet.
 * @param cache folder in node_modules/.cache
 * @param requirements lines of a requirements.txt
 */
export function environment(cache, name, requirements) {
  const folder = join(root, 'node_modules', '.cache', cache, name);
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, 'requirements.sha256');
  const wanted = createHash('sha256').update(requirements).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return interpreter;
  console.log(`python: installing ${name}`);
  const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  run(python, ['-m', 'venv', folder]);
  const list = join(folder, 'requirements.txt');
  writeFileSync(list, requirements);
  run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', list]);
  writeFileSync(stamp, wanted);
  return interpreter;
}
