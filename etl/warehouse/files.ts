import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';

/** A file of a warehouse. */
export interface FileInfo {
  /** Path below the warehouse, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A Parquet file that has been written. */
export interface Part extends FileInfo {
  readonly table: string;
  readonly rows: number;
}

/** Rows of each table, in the order of the tables. */
export function rowsByTable(parts: readonly Part[]): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const { table, rows: some } of parts) rows[table] = (rows[table] ?? 0) + some;
  return rows;
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

/** Size and checksum of a file below a folder. */
async function describeFile(folder: string, path: string): Promise<FileInfo> {
  const whole = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(whole, { highWaterMark: 1 << 20 }), hash);
  return { path, bytes: (await stat(whole)).size, sha256: hash.digest('hex') };
}

/** Size and checksum of files below a folder, in their order. */
export async function describeFiles(folder: string, paths: readonly string[]): Promise<FileInfo[]> {
  const limit = pLimit(AT_ONCE);
  return Promise.all(paths.map((path) => limit(() => describeFile(folder, path))));
}

/** Describes a file that has been written; it is its owner's alone from now on, whatever the umask, and on disk. */
export async function finishFile(folder: string, path: string): Promise<FileInfo> {
  const file = await open(join(folder, path), 'r');
  try {
    await file.chmod(0o600);
    const [fact] = await Promise.all([describeFile(folder, path), file.sync()]);
    return fact;
  } finally {
    await file.close();
  }
}
