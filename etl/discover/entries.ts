import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTexts } from '../text_order.js';

/** A file or folder within a folder. */
export interface Entry {
  readonly name: string;
  readonly path: string;
  /** True for a folder, or a link to one. */
  readonly isFolder: boolean;
}

/** Why a folder counts as empty: it may not be read, or it is none. Other errors are those of the machine. */
const unread: readonly unknown[] = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'];

/** Looks up files and folders by name, whatever its case; each folder is read once. */
export class Entries {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, Entry>>>();

  /** The entry at this relative path below a folder; undefined where there is none. */
  async find(folder: string, path: string): Promise<Entry | undefined> {
    let entry: Entry | undefined;
    for (const name of path.split('/')) {
      entry = (await this.#read(entry?.path ?? folder)).get(name.toLowerCase());
      if (entry === undefined) return undefined;
    }
    return entry;
  }

  /** The folders in a folder, sorted by name; hidden ones are left out. */
  async folders(folder: string): Promise<Entry[]> {
    const all = [...(await this.#read(folder)).values()];
    return all.filter(({ name, isFolder }) => isFolder && !name.startsWith('.'));
  }

  #read(folder: string): Promise<ReadonlyMap<string, Entry>> {
    const known = this.#folders.get(folder) ?? readEntries(folder);
    this.#folders.set(folder, known);
    return known;
  }
}

/** Entries by their name in lower case; of two that differ by case alone, the last in code point order: the lower one. */
async function readEntries(folder: string): Promise<ReadonlyMap<string, Entry>> {
  const found = new Map<string, Entry>();
  for (const entry of await readdirOrNothing(folder)) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(path)));
    found.set(entry.name.toLowerCase(), { name: entry.name, path, isFolder });
  }
  return found;
}

async function readdirOrNothing(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareTexts(a.name, b.name));
  } catch (error) {
    if (unread.includes((error as NodeJS.ErrnoException).code)) return [];
    throw error;
  }
}

async function leadsToFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}
