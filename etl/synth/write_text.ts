import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes a text file of a release, with the folders that it needs; `isCompressed`: as `.gz`. */
export function writeText(folder: string, path: string, text: string | Buffer, isCompressed = false): void {
  const target = join(folder, isCompressed ? `${path}.gz` : path);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  writeFileSync(target, isCompressed ? gzipSync(text) : text, { mode: 0o600 });
}
