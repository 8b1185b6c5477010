import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { usageError } from '../error.js';
import { Entries } from './entries.js';
import type { InputFileId } from './known_files.js';
import { locateFiles, type ReleaseFile, withSlashes } from './release_files.js';
import { findRoot } from './release_root.js';

/** What INPUT stands for: where its scene graphs are, and the known files of the release around them. */
export interface Release {
  /** INPUT, as it was given. */
  readonly input: string;
  /** Folder of the release, or the folder of graphs that INPUT is; undefined where INPUT is a file that stands alone. */
  readonly root: string | undefined;
  /** What holds the scene graphs, within INPUT or INPUT itself: a zip, a folder or a bundle. */
  readonly graphs: string;
  /** Path of `graphs` within INPUT, with slashes, or its name where it is INPUT: the source of graphs of a zip or bundle. */
  readonly source: string;
  /** Every known file, found or not, in the order of the catalog. */
  readonly files: readonly ReleaseFile[];
  /** True for what `imagenome synth` has written. */
  readonly isSynthetic: boolean;
}

/** Name of the file that marks a synthetic release. */
const SYNTHETIC = 'SYNTHETIC.txt';

/**
 * Finds the release that INPUT stands for. INPUT may be its root, a folder around it (that of its archive, a tree that wget made),
 * the folder or file within it that holds its graphs; or no release: a folder of graphs, with known files next to them or not, a
 * bundle. Names are taken in any case, packed files (`.gz`) and common other names too.
 * @throws UserError of wrong usage when nothing is there, or when several releases are below INPUT
 */
export async function locateRelease(input: string): Promise<Release> {
  const found = await stat(input).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw usageError(`${input}: expected a release, a zip, a folder or a JSON bundle, found nothing there`);
  });
  const entries = new Entries();
  const { graphs, ...home } = await findRoot(input, found.isDirectory(), entries);
  return {
    input,
    root: home.folder,
    graphs,
    source: withSlashes(relative(input, graphs)) || basename(graphs),
    files: await locateFiles(home, entries),
    isSynthetic: home.folder !== undefined && (await entries.find(home.folder, SYNTHETIC)) !== undefined,
  };
}

/** The known file of this id. */
export function fileOf(release: Release, id: InputFileId): ReleaseFile {
  return release.files.find((file) => file.id === id)!;
}
