import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestFn } from 'ava';
import { build } from '../../etl/build.js';
import type { BuildOptions } from '../../etl/build_options.js';
import { projectFile } from '../../etl/project.js';

/** The release with splits and gold files that the examples are worked out on. */
export const exampleRelease = projectFile('test', 'cases', 'examples', 'release');

/** Builds one warehouse for all tests of a file, of the examples' release unless options say otherwise. Returns its folder. */
export function sharedWarehouse(test: TestFn, options: Partial<BuildOptions> = {}): () => string {
  let folder = '';
  test.before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'imagenome-shared-'));
    await build({ input: exampleRelease, workers: 1, ...options, out: join(folder, 'warehouse') });
  });
  test.after.always(() => rm(folder, { recursive: true, force: true }));
  return () => join(folder, 'warehouse');
}
