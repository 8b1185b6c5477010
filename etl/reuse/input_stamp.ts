import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { Release } from '../discover/release.js';
import { stampFile } from '../discover/stamp.js';

/**
 * What changes when anything does that a build reads: sha256 over names, sizes and times of the files of the release and of those
 * that options name. Nothing is read. A file that changes while a build reads it has another stamp in the next.
 * @param graphs the listing of the folder of the graphs, or the stamp of the file that holds them
 * @param named paths of further files by their option
 */
export function stampInput(
  release: Release,
  named: Readonly<Record<string, string | undefined>>,
  graphs: string,
): string {
  const files = release.files.map(({ id, path, name, others }) => [
    id,
    path && stampFile(path),
    name,
    others,
  ]);
  const options = Object.entries(named).map(
    ([option, path]) => path !== undefined && [option, basename(path), stampFile(path)],
  );
  return hash('sha256', JSON.stringify([release.source, release.isSynthetic, graphs, files, options]), 'hex');
}
