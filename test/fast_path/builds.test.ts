import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { synthesize } from '../../etl/synth/index.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

/** Graphs of a release that has every planted defect. */
const IMAGES = 500;

/** sha256 of every Parquet file below a folder, by its path. */
async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes: [string, string][] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256').update(await readFile(path));
    hashes.push([path.slice(folder.length + 1), hash.digest('hex')]);
  }
  return Object.fromEntries(hashes.sort());
}

test('a release with every planted defect gives the same Parquet bytes, and the same diagnostics, both ways', async (t) => {
  const folder = await temporaryFolder(t);
  const [input, fast, careful] = ['release', 'fast', 'careful'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await synthesize({ images: IMAGES, seed: 7, out: input, defects: true, workers: 2 });
  const options = { input, derived: 'none', workers: 2 } as const;
  const summary = await build({ ...options, out: fast });
  await build({ ...options, out: careful, careful: true });
  const hashes = await hashesOf(join(fast, 'parquet'));
  t.deepEqual(hashes, await hashesOf(join(careful, 'parquet')));
  t.true('quarantine.parquet' in hashes && 'data_issues.parquet' in hashes);
  t.true(summary.careful > 20 && summary.careful < IMAGES / 4, `${summary.careful} took the careful path`);
  const manifest = JSON.parse(await readFile(join(fast, 'manifest.json'), 'utf8'));
  t.is(manifest.build.careful_graphs, summary.careful);
});
