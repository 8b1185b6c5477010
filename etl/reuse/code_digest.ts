import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../project.js';

/** What runs: JavaScript, its data and the fast path. */
const isCode = /\.(js|json|wasm)$/;

/**
 * sha256 over the compiled program, its pinned packages, views and checks: another one for every change of them, so that what another
 * version has left is never used again. A version number would not change with each of them.
 */
export function codeDigest(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const code = basename(here) === 'reuse' ? dirname(here) : here; // bundled or not
  const digest = createHash('sha256');
  const add = (folder: string, isPart: (name: string) => boolean) => {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPart).sort()) {
      const content = readFileSync(join(folder, name));
      digest.update(`${name} ${content.length}\n`).update(content);
    }
  };
  add(code, (name) => isCode.test(name));
  for (const folder of ['views', 'sql']) add(projectFile(folder), (name) => /\.(sql|txt)$/.test(name));
  return digest.update(readFileSync(projectFile('package.json'))).digest('hex');
}
