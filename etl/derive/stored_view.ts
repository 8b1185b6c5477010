import { readViewFiles, type StoredOrder, type ViewFile } from '../schema/view_file.js';

/** A view whose rows a build stores, and what must be stored before it. */
export interface StoredView extends ViewFile {
  readonly stored: StoredOrder;
  /** Stored views that it reads, itself or through other views and macros. */
  readonly reads: readonly string[];
}

/** The views that a build stores, each behind those that it reads. */
export function storedViews(): StoredView[] {
  const files = readViewFiles();
  const byName = new Map(files.map((file) => [file.name, file]));
  return files.filter(isStored).map((file) => ({
    ...file,
    reads: [...readsOf(file, byName)].filter((name) => byName.get(name)!.stored !== undefined),
  }));
}

function isStored(file: ViewFile): file is ViewFile & { stored: StoredOrder } {
  return file.stored !== undefined;
}

/** Names of all views and macros that a view reads; what is stored is not looked into. */
function readsOf(file: ViewFile, byName: ReadonlyMap<string, ViewFile>): Set<string> {
  const found = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [name] of next.sql.matchAll(/\w+/g)) {
      const read = byName.get(name);
      if (read === undefined || name === file.name || found.has(name)) continue;
      found.add(name);
      if (read.stored === undefined) waiting.push(read);
    }
  }
  return found;
}
