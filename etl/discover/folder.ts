import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isWarehouse } from '../warehouse/output_folder.js';
import { byName, type GraphRef, type Input } from './input.js';

/** True for the name of a file that should be a scene graph: JSON, and not what an archiver left behind. */
export function isGraphName(path: string): boolean {
  return /\.json$/i.test(path) && !path.split('/').some(isHidden);
}

/** What archivers and systems put beside the files of people; of a zip member, `.` and `..` may be parts too. */
function isHidden(name: string): boolean {
  return name === '__MACOSX' || (name.startsWith('.') && name !== '.' && name !== '..');
}

/**
 * Finds the JSON files below a folder, at any depth. `root` is INPUT: names are paths within it. A link to a folder is
 * followed unless the folder is also met otherwise; a warehouse that was built into INPUT is no part of it.
 */
export async function findFiles(folder: string, root: string): Promise<Input> {
  const refs: GraphRef[] = [];
  const links: string[] = [];
  const visited = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    const real = await realpath(path);
    if (visited.has(real) || isWarehouse(path)) return;
    visited.add(real);
    const within = relative(root, path).split(sep).join('/');
    const prefix = within === '' ? '' : `${within}/`;
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (isHidden(entry.name)) continue;
      const whole = join(path, entry.name);
      if (entry.isDirectory()) await visit(whole);
      else if (entry.isSymbolicLink() && (await isFolder(whole))) links.push(whole);
      else if (/\.json$/i.test(entry.name)) refs.push({ name: prefix + entry.name, offset: 0, size: 0 });
    }
  };
  await visit(folder);
  while (links.length > 0) await visit(links.sort().shift()!);
  return { location: { kind: 'files', path: root, source: '' }, refs: refs.sort(byName), rejected: [] };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}
