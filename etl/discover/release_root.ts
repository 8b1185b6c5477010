import { basename, dirname, resolve } from 'node:path';
import { usageError } from '../error.js';
import { publishedKind } from '../warehouse/published_folder.js';
import type { Entries } from './entries.js';
import { type Home, locateFiles } from './release_files.js';

const SILVER = 'silver_dataset';
const GRAPHS = 'scene_graph';
const ARCHIVE = 'scene_graph.zip';

/** Folders between INPUT and a release below it, not counting those that wget makes. */
const DEPTH = 2;

/** Folders that `wget -r` makes around a release: physionet.org/files/chest-imagenome/1.0.0. */
const wgetFolder = /^(physionet\.org|files|chest-imagenome|\d+\.\d+\.\d+)$/i;

/** Where a release is, and what holds its graphs: a zip, a folder, or INPUT itself. */
export interface Root extends Home {
  readonly graphs: string;
}

/**
 * Finds the root of the release that INPUT stands for. Graphs are never looked for outside of INPUT, and a folder above it counts
 * only when INPUT lies where a release keeps its graphs, or next to them, and the folder holds known files too.
 * @throws UserError of wrong usage when several releases are below INPUT
 */
export async function findRoot(input: string, isFolder: boolean, entries: Entries): Promise<Root> {
  if (!isFolder) return (await rootAbove(input, entries)) ?? { ...flat(undefined), graphs: input };
  const [root] = await rootAt(input, entries);
  if (root && !root.isFlat) return root;
  const above = await rootAbove(input, entries);
  if (above) return { ...above, graphs: root?.graphs ?? above.graphs };
  if (root) return root;
  const below = await rootsBelow(input, entries, DEPTH);
  if (below.length > 1) {
    const folders = below.map(({ folder }) => folder).join(', ');
    throw usageError(
      `${input}: expected one release, found ${below.length} below it (${folders}); give one of them.`,
    );
  }
  return below[0] ?? { ...flat(input), graphs: input };
}

const flat = (folder: string | undefined) => ({ folder, isFlat: true, isAbove: false });

/** The release whose folder this is: one with `silver_dataset/`, or a flat one with the archive of the graphs. */
async function rootAt(folder: string, entries: Entries): Promise<Root[]> {
  const silver = await entries.find(folder, SILVER);
  if (silver?.isFolder) {
    return [{ folder, graphs: await graphsOf(silver.path, entries), isFlat: false, isAbove: false }];
  }
  const archive = await entries.find(folder, ARCHIVE);
  return archive ? [{ ...flat(folder), graphs: archive.path }] : [];
}

/** What holds the graphs of a `silver_dataset/`: the archive, the folder, or `silver_dataset/` itself. */
async function graphsOf(silver: string, entries: Entries): Promise<string> {
  const archive = await entries.find(silver, ARCHIVE);
  const folder = await entries.find(silver, GRAPHS);
  return archive?.path ?? (folder?.isFolder ? folder.path : silver);
}

/** The release around an INPUT that holds its graphs: `silver_dataset/` or what lies in it, `scene_graph/`, the zip. */
async function rootAbove(input: string, entries: Entries): Promise<Root | undefined> {
  const path = resolve(input);
  const parent = dirname(path);
  const silver = [path, parent, dirname(parent)].find((folder) => isNamed(folder, SILVER));
  if (silver) {
    const home = { folder: dirname(silver), isFlat: false, isAbove: true };
    const graphs = silver === path ? await graphsOf(input, entries) : input;
    if (await holdsFiles(home, entries)) return { ...home, graphs };
  }
  if ((await entries.find(parent, SILVER))?.isFolder) {
    const home = { folder: parent, isFlat: false, isAbove: true };
    return (await holdsFiles(home, entries)) ? { ...home, graphs: input } : undefined;
  }
  const holder = [parent, path].find((one) => isNamed(one, GRAPHS) || isNamed(one, ARCHIVE));
  if (holder === undefined) return undefined;
  const home = { folder: dirname(holder), isFlat: true, isAbove: true };
  return (await holdsFiles(home, entries)) ? { ...home, graphs: input } : undefined;
}

async function holdsFiles(home: Home, entries: Entries): Promise<boolean> {
  return (await locateFiles(home, entries)).some(({ path }) => path !== undefined);
}

/** Releases at most so many folders below, in the order of their paths; none is looked for within a release. */
async function rootsBelow(folder: string, entries: Entries, depth: number): Promise<Root[]> {
  const found: Root[] = [];
  for (const { name, path } of await entries.folders(folder)) {
    const left = wgetFolder.test(name) ? depth : depth - 1;
    if (left < 0 || isNamed(path, GRAPHS) || publishedKind(path) !== undefined) continue;
    const here = await rootAt(path, entries);
    found.push(...(here.length > 0 ? here : await rootsBelow(path, entries, left)));
  }
  return found;
}

const isNamed = (path: string, name: string) => basename(path).toLowerCase() === name;
