import { basename, join } from 'node:path';
import type { placesIn } from './layout.js';
import { type ListPath, lists, MIMIC, RDF } from './lists.js';
import type { SynthOptions } from './options.js';

/** Path of each list that is written. */
export function listPlaces(
  { release, mimic }: ReturnType<typeof placesIn>,
  { rdf = false, gzip = false }: SynthOptions,
): Map<ListPath, string> {
  const paths = (Object.keys(lists) as ListPath[]).filter((path) => path !== RDF || rdf);
  return new Map(
    paths.map((path) => {
      if (path.startsWith(`${MIMIC}/`)) return [path, join(mimic, basename(path))];
      return [path, join(release, gzip && path !== RDF ? `${path}.gz` : path)];
    }),
  );
}
