import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
  const file = await open(join(folder, path), 'r');
  try {
    return { path, ...(await describeOpen(file)) };
  } finally {
    await file.close();
  }
}

/** Bytes that are hashed at once. */
const BLOCK = 1 << 20;

/** Size and checksum of an open file, which is read from its beginning. A stream would cost more than the hash, of the many small parts. */
export async function describeOpen(file: FileHandle): Promise<Pick<FileInfo, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  const { size } = await file.stat();
  const block = Buffer.allocUnsafe(Math.min(size, BLOCK) || 1);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, block.length, bytes);
    if (bytesRead === 0) break;
    hash.update(block.subarray(0, bytesRead));
    bytes += bytesRead;
  }
  return { bytes, sha256: hash.digest('hex') };
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
    const [described] = await Promise.all([describeOpen(file), file.sync()]);
    return { path, ...described };
  } finally {
    await file.close();
  }
}
