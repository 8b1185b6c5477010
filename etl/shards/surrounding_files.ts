import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { InputFileId } from '../discover/known_files.js';
import type { Release } from '../discover/release.js';
import { describeFiles } from '../warehouse/files.js';
import type { SurroundingFile } from './shard_file.js';

/** Files that say which regions there are. */
const ofRegions: readonly string[] = ['detectable_regions', 'mentioned_regions'] satisfies InputFileId[];

/** The same text for the same names of regions. */
export function regionFiles(files: readonly SurroundingFile[]): string {
  return JSON.stringify(files.filter(({ id }) => ofRegions.includes(id)));
}

/**
 * The files around the graphs that a build reads, so that those of two shards can be compared.
 * @param named paths of files that options name, by their option
 * @param rdf false: the RDF file is not read
 */
export async function surroundingFiles(
  release: Release,
  named: Readonly<Record<string, string | undefined>>,
  rdf: boolean,
): Promise<SurroundingFile[]> {
  const known = [
    ...release.files.map(({ id, path }) => ({ id: id as string, path })),
    ...Object.entries(named).map(([id, path]) => ({ id, path })),
  ];
  const found: SurroundingFile[] = [];
  for (const { id, path } of known) {
    if (path === undefined) continue;
    const { size } = statSync(path);
    const isRead = statSync(path).isFile() && (rdf || id !== 'rdf_graphs');
    const [described] = isRead ? await describeFiles(dirname(path), [basename(path)]) : [];
    found.push({ id, sha256: described?.sha256 ?? null, bytes: isRead ? size : 0 });
  }
  return found;
}
