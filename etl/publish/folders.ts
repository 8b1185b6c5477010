import { chmod, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a system says that has no way to put a folder on disk. */
const cannotSync: readonly unknown[] = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF', 'ENOSYS'];

/** Puts the names in a folder on disk. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!cannotSync.includes((error as NodeJS.ErrnoException).code)) throw error;
  }
}

/** Puts the names in a folder and in all below it on disk, the lowest first. */
export async function syncFolders(path: string): Promise<void> {
  for (const below of await foldersBelow(path)) await syncFolder(below);
}

/** A folder and all below it, the lowest first; links are not followed. */
async function foldersBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const below: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) below.push(...(await foldersBelow(join(path, entry.name))));
  }
  return [...below, path];
}

/** Removes a folder, also one that was made read-only, and says whether it is gone. */
export async function removed(path: string): Promise<boolean> {
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  try {
    await remove();
    return true;
  } catch {}
  try {
    await makeWritable(path);
    await remove();
    return true;
  } catch {
    return false;
  }
}

async function makeWritable(path: string): Promise<void> {
  await chmod(path, 0o700);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(path, entry.name));
  }
}
