import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds package.json, `sql/` and `views/`; the compiled code lies in `dist/etl`, and bundled in `dist/imagenome`. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Version of this package. */
export const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** Path of a file that ships with the project, e.g. `projectFile('views', 'order.txt')`. */
export function projectFile(...parts: string[]): string {
  return join(root, ...parts);
}
