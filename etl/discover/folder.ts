import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { publishedKind } from '../warehouse/published_folder.js';
import { classify, type Skipped } from './graph_name.js';
import { byName, type GraphRef, type Input } from './input.js';
import { withSlashes } from './release_files.js';

/**
 * Finds the JSON files below a folder, at any depth. `root` is INPUT: names are paths within it. A link to a folder is
 * followed unless the folder is also reached otherwise; a hidden folder, and a warehouse, a shard or an export that was written into
 * INPUT, is no part of it.
 */
export async function findFiles(
  folder: string,
  root: string,
  onFound: (found: number) => void = () => {},
): Promise<Input> {
  const refs: GraphRef[] = [];
  const skipped: Skipped[] = [];
  const links: string[] = [];
  const visited = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    onFound(refs.length);
    const real = await realpath(path);
    if (visited.has(real) || publishedKind(path) !== undefined) return;
    visited.add(real);
    const within = withSlashes(relative(root, path));
    const prefix = within === '' ? '' : `${within}/`;
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const whole = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!isHiddenFolder(entry.name)) await visit(whole);
      } else if (entry.isSymbolicLink() && (await isFolder(whole))) {
        if (!isHiddenFolder(entry.name)) links.push(whole);
      } else {
        const name = prefix + entry.name;
        const kind = classify(entry.name);
        if (kind === 'graph') refs.push({ name, offset: 0, size: 0 });
        else if (kind !== 'other') skipped.push({ name, kind });
      }
    }
  };
  await visit(folder);
  while (links.length > 0) await visit(links.sort().shift()!);
  return {
    location: { kind: 'files', path: root, source: '' },
    refs: refs.sort(byName),
    rejected: [],
    skipped,
  };
}

const isHiddenFolder = (name: string) => name === '__MACOSX' || name.startsWith('.');

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}
