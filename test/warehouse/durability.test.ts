import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { listFiles } from '../../etl/warehouse/files.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

test('every file of a warehouse is on disk before it is published', async (t) => {
  const folder = await temporaryFolder(t);
  const probe = await open(join(folder, 'probe'), 'w');
  const prototype: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const { sync } = prototype;
  const synced = new Set<number>();
  prototype.sync = async function () {
    synced.add((await this.stat()).ino);
    return sync.call(this);
  };
  t.teardown(() => {
    prototype.sync = sync;
  });
  const out = join(folder, 'warehouse');
  await build({ derived: 'none', input: exampleRelease, out, workers: 1 });
  const files = await listFiles(out);
  t.true(files.length > 10);
  const lost: string[] = [];
  for (const path of files) if (!synced.has((await stat(join(out, path))).ino)) lost.push(path);
  t.deepEqual(lost, []);
});
