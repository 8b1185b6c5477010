import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Open files without a name, by the folder that they were made in. */
const nameless = new Map<string, Set<number>>();

/** Numbers the files of this process, so that no two have one name. */
let created = 0;

/** Folders that are removed when the process ends, in whatever way it can still do something. */
const open = new Set<string>();
process.on('exit', () => {
  for (const path of open) rmSync(path, { recursive: true, force: true });
});

/** A folder for what is needed until a build ends. */
export class TempFolder implements AsyncDisposable {
  private constructor(readonly path: string) {
    open.add(path);
  }

  /** Makes the folder, for its owner alone. */
  static async create(path: string): Promise<TempFolder> {
    await mkdir(path, { mode: 0o700 });
    return new TempFolder(path);
  }

  /** Removes it, and the files that were made in it. */
  async remove(): Promise<void> {
    this.#closeFiles();
    await rm(this.path, { recursive: true });
    open.delete(this.path);
  }

  /** Lets go of the files; the folder goes with the one it is in. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closeFiles();
    open.delete(this.path);
  }

  #closeFiles(): void {
    for (const file of nameless.get(this.path) ?? []) closeSync(file);
    nameless.delete(this.path);
  }
}

/** A new file in a temporary folder. */
export interface TempFile {
  /** Descriptor for writing. It is closed by `close`. */
  readonly file: number;
  /** What all threads of this process open to read it. */
  readonly path: string;
  /** Closes and removes it. */
  close(): void;
}

/**
 * Makes a file for report text, among other things, which must not outlive a process that is killed: where the system allows it, it
 * loses its name at once, and is gone with the process.
 */
export function createTempFile(folder: string, name: string): TempFile {
  const named = join(folder, `${name}-${created++}`);
  const file = openSync(named, 'wx+', 0o600);
  const path = `/proc/self/fd/${file}`;
  if (!isSame(path, named)) {
    return {
      file,
      path: named,
      close() {
        closeSync(file);
        rmSync(named);
      },
    };
  }
  rmSync(named);
  const own = nameless.get(folder) ?? new Set();
  nameless.set(folder, own.add(file));
  return {
    file,
    path,
    close() {
      if (own.delete(file)) closeSync(file);
    },
  };
}

function isSame(path: string, other: string): boolean {
  const [one, two] = [path, other].map((one) => statSync(one, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}
