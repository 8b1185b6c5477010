import { dirname, relative, sep } from 'node:path';
import type { Entries } from './entries.js';
import { type InputFileId, inputFiles, namesOf } from './known_files.js';

/** A known file of a release: where it was found, if it was. */
export interface ReleaseFile {
  readonly id: InputFileId;
  /** Path within the release as PhysioNet lists it. */
  readonly documentedPath: string;
  /** Path to open; undefined where the file was not found. It may end in .gz, and may lead to something that is no file. */
  readonly path: string | undefined;
  /** Path within the release, with slashes, or the documented one: what messages and tables call the file. */
  readonly name: string;
  /** Paths within the release of further copies, which are not read. */
  readonly others: readonly string[];
}

/** A folder in which known files are looked for. */
export interface Home {
  /** The folder of the release; undefined where INPUT is a file that stands alone. */
  readonly folder: string | undefined;
  /** True for a folder without `silver_dataset/`: known files may lie next to the graphs. */
  readonly isFlat: boolean;
  /** True for a folder that INPUT lies in. */
  readonly isAbove: boolean;
}

/** Looks for every known file, in the order of the catalog. */
export function locateFiles(home: Home, entries: Entries): Promise<ReleaseFile[]> {
  return Promise.all(inputFiles.map((file) => locateFile(file, home, entries)));
}

async function locateFile(
  file: (typeof inputFiles)[number],
  home: Home,
  entries: Entries,
): Promise<ReleaseFile> {
  const { id, path: documentedPath } = file;
  const { folder } = home;
  const found = new Set<string>();
  if (folder !== undefined) {
    for (const place of placesOf(documentedPath, home)) {
      for (const name of namesOf(file)) {
        const entry = await entries.find(folder, place === '' ? name : `${place}/${name}`);
        if (entry) found.add(entry.path);
      }
    }
  }
  const [path] = found;
  const [name = documentedPath, ...others] = [...found].map((one) => withSlashes(relative(folder!, one)));
  return { id, documentedPath, path, name, others };
}

/**
 * Folders of a release in which a file may lie, the documented one first; copies often leave out `silver_dataset/`, or have all
 * files next to the graphs. Above INPUT only what belongs to a release by its place is looked at.
 */
function placesOf(path: string, { isAbove, isFlat }: Home): string[] {
  const documented = dirname(path);
  const isSilver = documented.startsWith('silver_dataset');
  const places = [documented];
  if (isSilver && (isFlat || !isAbove)) places.push(documented.replace(/^silver_dataset\/?/, ''));
  if (isFlat) places.push('');
  else if (isSilver) places.push('silver_dataset');
  return [...new Set(places)];
}

/** A path as it is written in tables and messages. */
export const withSlashes = (path: string) => path.split(sep).join('/');
