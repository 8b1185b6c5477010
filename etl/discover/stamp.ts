import { hash } from 'node:crypto';
import { type BigIntStats, statSync } from 'node:fs';

/**
 * What changes when a file does, without reading it: its size, and in nanoseconds when its content and when its entry in the file system
 * (name, rights, content) last changed. A file that cannot be looked at has the code of the error.
 */
export function stampFile(path: string): string {
  try {
    return stampOf(statSync(path, { bigint: true }));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

const stampOf = ({ size, mtimeNs, ctimeNs }: BigIntStats) => `${size} ${mtimeNs} ${ctimeNs}`;

/** What changes when some bytes do. */
export function stampBytes(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64url');
}
