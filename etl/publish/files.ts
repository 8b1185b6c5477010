import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, open, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';

/** A file of a warehouse. */
export interface FileFact {
  /** Path below the warehouse, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Files that are hashed at once. */
const AT_ONCE = 4;

/** Paths of all files below a folder, sorted, with forward slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Size and checksum of files below a folder. */
export async function describeFiles(folder: string, paths: readonly string[]): Promise<FileFact[]> {
  const limit = pLimit(AT_ONCE);
  return Promise.all(
    paths.map((path) =>
      limit(async () => {
        const whole = join(folder, path);
        const hash = createHash('sha256');
        await pipeline(createReadStream(whole, { highWaterMark: 1 << 20 }), hash);
        return { path, bytes: (await stat(whole)).size, sha256: hash.digest('hex') };
      }),
    ),
  );
}

/** Lets nobody but the owner read a folder and what is in it, whatever the umask; and waits until the disk has the files. */
export async function secure(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  const limit = pLimit(AT_ONCE);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries.map((entry) =>
      limit(async () => {
        const path = join(entry.parentPath, entry.name);
        await chmod(path, entry.isDirectory() ? 0o700 : 0o600);
        if (!entry.isFile()) return;
        const file = await open(path, 'r');
        await file.sync().finally(() => file.close());
      }),
    ),
  );
}
