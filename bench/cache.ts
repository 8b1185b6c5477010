import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Path of something in the folder that keeps the corpora, the Python environment and the latest outputs. */
export function cached(...parts: string[]): string {
  const folder = join(tmpdir(), 'imagenome-bench');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, ...parts);
}
