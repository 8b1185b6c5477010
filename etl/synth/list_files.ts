import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { footOf, headOf, type ListPath, RDF } from './lists.js';
import { countLines, type TableCounts, tableCounts } from './table_counts.js';

/** A list that is being written. */
interface ListFile {
  readonly path: string;
  readonly file: number;
  isEmpty: boolean;
  /** Physical lines so far, the header too. */
  lines: number;
}

/** The lists of a release, open for appending. */
export class ListFiles {
  readonly #files = new Map<ListPath, ListFile>();

  /** @param paths where each list goes; one that ends in .gz is compressed when it is complete */
  constructor(paths: ReadonlyMap<ListPath, string>) {
    for (const [list, path] of paths) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const file = openSync(uncompressed(path), 'wx', 0o600);
      writeSync(file, headOf(list));
      this.#files.set(list, { path, file, isEmpty: true, lines: 1 });
    }
  }

  /** Appends lines to lists, by their path within the release; those that are not written are left out. */
  append(texts: Partial<Record<ListPath, string | Buffer>>): void {
    for (const [list, text] of Object.entries(texts) as [ListPath, string | Buffer][]) {
      const found = this.#files.get(list);
      if (!found) continue;
      const isFirst = found.isEmpty && list === RDF;
      const bytes = Buffer.from(isFirst ? String(text).replace(/^,/, '') : text);
      writeSync(found.file, bytes);
      found.isEmpty = false;
      found.lines += countLines(bytes);
    }
  }

  /** Counts of each list that is written, by its path below the folder of the release. */
  counts(rows: Partial<Record<ListPath, number>>, hasDefects: boolean): Record<string, TableCounts> {
    return Object.fromEntries(
      [...this.#files].map(([list, { path, lines }]) => {
        const suffix = path.endsWith('.gz') && !list.endsWith('.gz') ? '.gz' : '';
        return [`${list}${suffix}`, tableCounts(list, lines, rows[list] ?? 0, hasDefects)];
      }),
    );
  }

  /** Completes all lists. */
  async close(): Promise<void> {
    for (const [list, { path, file }] of this.#files) {
      writeSync(file, footOf(list));
      closeSync(file);
      if (uncompressed(path) !== path) await compress(uncompressed(path), path);
    }
  }
}

/** Where a list is written until it is complete. */
function uncompressed(path: string): string {
  return path.endsWith('.gz') ? `${path}.tmp` : path;
}

async function compress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createGzip(), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  await rm(from);
}
