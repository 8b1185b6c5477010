import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder, removed when the test ends. */
export async function temporaryFolder(test: { teardown(end: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'imagenome-test-'));
  test.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
