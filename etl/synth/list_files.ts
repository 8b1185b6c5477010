import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headerOf, type ListPath, lists } from './lists.js';

/** The lists of a release, open for appending. */
export class ListFiles {
  readonly #files = new Map<string, number>();

  constructor(folder: string) {
    for (const path of Object.keys(lists) as ListPath[]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
      const file = openSync(join(folder, path), 'wx', 0o600);
      writeSync(file, headerOf(path));
      this.#files.set(path, file);
    }
  }

  /** Appends lines to lists, by their path. */
  append(texts: Partial<Record<ListPath, string>>): void {
    for (const [path, text] of Object.entries(texts)) writeSync(this.#files.get(path)!, text);
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
  }
}
