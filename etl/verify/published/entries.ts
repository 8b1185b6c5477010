import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';

/** What stands in a folder under a path, links not followed. */
export interface Entry {
  /** Path below the folder, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'neither file nor folder';
}

/** Everything below a folder, sorted by path. Links are listed and not followed. */
export async function entriesOf(folder: string, below = ''): Promise<Entry[]> {
  const found = await readdir(join(folder, below), { withFileTypes: true });
  const entries = await Promise.all(
    found.map(async (entry): Promise<Entry[]> => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isSymbolicLink()) return [{ path, kind: 'link' }];
      if (entry.isDirectory()) return [{ path, kind: 'folder' }, ...(await entriesOf(folder, path))];
      return [{ path, kind: entry.isFile() ? 'file' : 'neither file nor folder' }];
    }),
  );
  return entries.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Size and checksum of a file as it is on disk. */
export interface Content {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Files that are read at once, and bytes that are read of each at a time. */
const AT_ONCE = 4;
const BLOCK = 1 << 20;

/** Size and checksum of files, by path; a file that cannot be read has none. */
export async function contentsOf(folder: string, paths: readonly string[]): Promise<Map<string, Content>> {
  const limit = pLimit(AT_ONCE);
  const contents = new Map<string, Content>();
  await Promise.all(
    paths.map((path) =>
      limit(async () => {
        const content = await contentOf(join(folder, path)).catch(() => undefined);
        if (content) contents.set(path, content);
      }),
    ),
  );
  return contents;
}

async function contentOf(path: string): Promise<Content> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    const { size } = await file.stat();
    const block = Buffer.allocUnsafe(Math.min(size, BLOCK) || 1);
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(block, 0, block.length, bytes);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(block.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}
