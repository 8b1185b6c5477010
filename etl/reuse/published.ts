import { hash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ChunksFile, isChunksFile } from '../warehouse/chunk_record.js';
import { describeFiles, type Part } from '../warehouse/files.js';
import { CHECKSUMS, CHUNKS, MANIFEST } from '../warehouse/layout.js';
import type { Manifest } from '../warehouse/manifest.js';

/** A warehouse as an earlier build has published it, by its own description. */
export interface Published {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly chunks: ChunksFile;
  /** Paths of its files with their sha256, hexadecimal. */
  readonly listed: ReadonlyMap<string, string>;
}

/** The warehouse in a folder; undefined where there is none, or its description is damaged or older than this program. */
export async function readPublished(folder: string): Promise<Published | undefined> {
  try {
    const lines = (await readFile(join(folder, CHECKSUMS), 'utf8')).split('\n').filter((line) => line !== '');
    const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    const read = async (name: string): Promise<unknown> => {
      const bytes = await readFile(join(folder, name));
      return hash('sha256', bytes, 'hex') === listed.get(name) ? JSON.parse(bytes.toString()) : undefined;
    };
    const manifest = (await read(MANIFEST)) as Manifest | undefined;
    const chunks = await read(CHUNKS);
    return manifest && isChunksFile(chunks) ? { folder, manifest, chunks, listed } : undefined;
  } catch {
    return undefined; // whatever the reason: nothing of it can be used again
  }
}

/** Its Parquet files by their paths. */
export function partsOf({ manifest }: Published): Map<string, Part> {
  return new Map(
    manifest.tables.flatMap(({ name, files }) => files.map((file) => [file.path, { ...file, table: name }])),
  );
}

/** Largest file that is read to see whether it is whole; of others the size counts. */
const SMALL = 1 << 20;

/**
 * True where every file that a warehouse lists is there and has its size, no other file is, and small files have their checksums.
 * What is changed within a large file `imagenome check` finds, and not this.
 */
export async function isWhole({ folder, manifest, listed }: Published): Promise<boolean> {
  const files = [...manifest.tables.flatMap(({ files }) => files), ...manifest.others];
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const expected = new Set([...files.map(({ path }) => path), MANIFEST, CHECKSUMS]);
  if (found.length !== expected.size || found.some((path) => !expected.has(path))) return false;
  for (const { path, bytes, sha256 } of files) {
    const { size } = await lstat(join(folder, path));
    if (size !== bytes || listed.get(path) !== sha256) return false;
  }
  const small = files.filter(({ bytes }) => bytes <= SMALL);
  const described = await describeFiles(
    folder,
    small.map(({ path }) => path),
  );
  return described.every(({ sha256 }, i) => sha256 === small[i]!.sha256);
}
