// Libraries of Java in node_modules/.cache, brought by Maven when they are not there yet.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Whether Java and Maven are there. */
export const hasMaven = ['java', 'mvn'].every((name) => spawnSync(name, ['-version']).status === 0);

/**
 * The folder with the libraries that a project depends on, brought when they are not there yet.
 * @param cache folder in node_modules/.cache
 * @param pom path of a pom.xml
 */
export function libraries(cache, name, pom) {
  const folder = join(root, 'node_modules', '.cache', cache, name);
  const stamp = join(folder, 'pom.sha256');
  const wanted = createHash('sha256').update(readFileSync(pom)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  console.log(`maven: installing ${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const words = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  execFileSync('mvn', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  writeFileSync(stamp, wanted);
  return folder;
}
