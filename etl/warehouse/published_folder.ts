import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { usageError } from '../error.js';
import { RECORDS } from './layout.js';

/** What this project has written as a whole, by the `format` of its record. */
const kinds: Readonly<Record<string, string>> = {
  'chest-imagenome-warehouse': 'a warehouse',
  'chest-imagenome-shard': 'a shard',
  'chest-imagenome-export': 'an export',
};

/**
 * Expects a place that is not within a warehouse, a shard or an export: each is published as a whole, with a list of its files.
 * @throws UserError of wrong usage
 */
export function assertNotWithinPublished(place: string, command = ''): void {
  const above = publishedAbove(place);
  if (above === undefined) return;
  throw usageError(
    `${command}${place}: expected a place outside of what is published as a whole, found one within ${above.kind}: ${above.folder}; choose another --out`,
  );
}

/** A folder that is published as a whole, and what it is, e.g. `a warehouse`. */
export interface PublishedFolder {
  readonly folder: string;
  readonly kind: string;
}

/** The nearest such folder that a place is within; the place itself is not looked at. */
export function publishedAbove(place: string): PublishedFolder | undefined {
  for (let folder = nearest(dirname(resolve(place))); ; folder = dirname(folder)) {
    const kind = publishedKind(folder);
    if (kind !== undefined) return { folder, kind };
    if (dirname(folder) === folder) return undefined;
  }
}

/** The folder, or the first above it that is there. */
function nearest(folder: string): string {
  let found = folder;
  while (!existsSync(found)) found = dirname(found);
  return realpathSync(found);
}

/** What a folder is that is published as a whole, e.g. `an export`; undefined of any other. */
export function publishedKind(folder: string): string | undefined {
  for (const name of RECORDS) {
    try {
      const kind = kinds[JSON.parse(readFileSync(join(folder, name), 'utf8')).format];
      if (kind !== undefined) return kind;
    } catch {}
  }
  return undefined;
}
