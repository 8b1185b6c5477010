import { inputTables, metadataTables, type Table, vocabularyTables } from '../schema/index.js';
import { readViewFiles, type StoredOrder, type ViewFile } from '../schema/view_file.js';

/**
 * What the rows of a patient depend on: on the graphs of that patient alone, also on the images of others that its comparisons name, or on
 * what stands around all graphs.
 */
export type StoredScope = 'patient' | 'named images' | 'release';

/** A view whose rows a build stores, and what must be stored before it. */
export interface StoredView extends ViewFile {
  readonly stored: StoredOrder;
  /** Stored views that it reads, as `main.NAME`. */
  readonly reads: readonly string[];
  readonly scope: StoredScope;
}

/** The views that a build stores, each behind those that it reads. */
export function storedViews(): StoredView[] {
  const files = readViewFiles();
  const byName = new Map(files.map((file) => [file.name, file]));
  const isOfStored = (name: string) => byName.get(name)?.stored !== undefined;
  return files.filter(isStored).map((file) => {
    const reads = directReadsOf(file).filter(isOfStored);
    const hidden = [...readsOf(file, byName)].find((name) => isOfStored(name) && !reads.includes(name));
    if (hidden) {
      throw new Error(
        `views/${file.name}.sql reads the stored view ${hidden} through another view, or without main; a stored view reads stored views itself, as main.${hidden}`,
      );
    }
    return { ...file, reads, scope: scopeOf(file, byName) };
  });
}

/** Names that the SQL has as `main.NAME`, each once. */
const directReadsOf = (file: ViewFile) => [
  ...new Set([...file.sql.matchAll(/\bmain\.(\w+)\b/g)].map(([, name]) => name!)),
];

/** Tables around the graphs. Of `regions` a part of the graphs gives the rows that it needs: see `createRegionsOfPart`. */
const around: ReadonlySet<string> = new Set([
  'provided',
  ...[vocabularyTables, inputTables, metadataTables]
    .flatMap((some): Table[] => Object.values(some))
    .flatMap(({ name }) => [name, `${name}_if_given`])
    .filter((name) => name !== 'regions'),
]);

function scopeOf(file: ViewFile, byName: ReadonlyMap<string, ViewFile>): StoredScope {
  const found = new Set([file.name]);
  for (const name of found) {
    const read = byName.get(name)?.sql ?? '';
    const names = [...read.matchAll(/\b(?:main|optional_inputs)\.(\w+)|\b(\w+)\(/g)];
    for (const [, qualified, called] of names) found.add(qualified ?? called!);
  }
  if ([...found].some((name) => around.has(name))) return 'release';
  return found.has('comparison_relations') ? 'named images' : 'patient';
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
