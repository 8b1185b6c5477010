import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { build } from '../../etl/build.js';
import { listFiles } from '../../etl/warehouse/files.js';
import { exampleRelease } from '../helpers/shared_warehouse.js';
import { temporaryFolder } from '../helpers/temporary_folder.js';

test('every file and folder of a warehouse is on disk before it is published, and its name after that', async (t) => {
  const folder = await temporaryFolder(t);
  const probe = await open(join(folder, 'probe'), 'w');
  const prototype: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const { sync } = prototype;
  const synced = new Set<number>();
  /** Whether the warehouse was in its place when the folder around it was put on disk. */
  const around: boolean[] = [];
  const out = join(folder, 'warehouse');
  const { ino } = await stat(folder);
  prototype.sync = async function () {
    const found = await this.stat();
    synced.add(found.ino);
    if (found.ino === ino) around.push(existsSync(out));
    return sync.call(this);
  };
  t.teardown(() => {
    prototype.sync = sync;
  });
  await build({ derived: 'none', input: exampleRelease, out, workers: 1 });
  const files = await listFiles(out);
  t.true(files.length > 10);
  const lost: string[] = [];
  for (const path of files) if (!synced.has((await stat(join(out, path))).ino)) lost.push(path);
  const folders = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  t.true(folders.length > 5);
  for (const path of [out, ...folders.map(({ parentPath, name }) => join(parentPath, name))]) {
    if (!synced.has((await stat(path)).ino)) lost.push(path);
  }
  t.deepEqual(lost, []);
  t.deepEqual(around, [true]);
});
