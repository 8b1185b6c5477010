import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { byName, type GraphRef, type Input } from './input.js';

/** True for the name of a file that should be a scene graph: JSON, and not what an archiver left behind. */
export function isGraphName(path: string): boolean {
  const parts = path.split('/');
  return (
    /\.json$/i.test(path) &&
    !parts.some((part) => part.startsWith('.') && part !== '..') &&
    !parts.includes('__MACOSX')
  );
}

/** Finds the JSON files below a folder, at any depth. `root` is INPUT: names are paths within it. */
export async function findFiles(folder: string, root: string): Promise<Input> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const refs: GraphRef[] = [];
  for (const entry of found) {
    if (entry.isDirectory()) continue;
    const name = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (isGraphName(name)) refs.push({ name, offset: 0, size: 0 });
  }
  return { location: { kind: 'files', path: root, source: '' }, refs: refs.sort(byName), rejected: [] };
}
