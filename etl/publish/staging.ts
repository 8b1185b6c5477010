import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../error.js';
import { makeFolders } from '../warehouse/make_folders.js';
import {
  assertNoMountPoint,
  assertOutside,
  assertReplaceable,
  type FolderKind,
  resolveOutputFolder,
  warehouseKind,
} from '../warehouse/output_folder.js';
import { assertNotWithinPublished } from '../warehouse/published_folder.js';
import { exchange } from './exchange.js';
import { removed, syncFolder, syncFolders } from './folders.js';
import { fateOf, isAlive } from './holder.js';
import { FolderLock, readLock } from './lock.js';
import { buildingPath, type LeftName, leftName, ownPath, previousPath } from './places.js';
import { recover } from './recover.js';

/** What is replaced, and what must not be within it. */
export interface StagingOptions {
  /** What may be replaced; a warehouse by default. */
  readonly kind?: FolderKind;
  /** Paths that are read meanwhile. */
  readonly sources?: readonly string[];
  /** True: staging folders of killed builds stay until `removeKilled`, or the end. */
  readonly keepsKilled?: boolean;
}

/** What this process writes; it is removed when the process ends in whatever way it can still do something. */
const open = new Set<Staging>();
process.on('exit', () => {
  for (const staging of open) staging.abandon();
});

/** Where a folder is written until it is complete: next to `out`, under a lock, so that one stroke puts it in place. */
export class Staging implements AsyncDisposable {
  readonly out: string;
  /** The folder that becomes `out`. */
  readonly folder: string;
  /** Folders that are not needed any more and could not be removed. */
  readonly leftovers: string[] = [];
  /** Staging folders of builds that were killed, where they are kept for now. */
  readonly killed: string[] = [];
  readonly #kind: FolderKind;
  readonly #lock: FolderLock;
  #isPublished = false;

  private constructor(out: string, kind: FolderKind, lock: FolderLock) {
    this.out = out;
    this.#kind = kind;
    this.#lock = lock;
    this.folder = buildingPath(out, lock.token);
    open.add(this);
  }

  /**
   * Opens an empty staging folder for `out`, after having put right what an earlier crash has left.
   * @throws UserError when `out` holds anything but a folder of this kind, or one of the sources, is within another, or is being written
   */
  static async open(
    out: string,
    { kind = warehouseKind, sources = [], keepsKilled = false }: StagingOptions = {},
  ): Promise<Staging> {
    const place = resolveOutputFolder(out);
    const expectPlace = () => {
      assertReplaceable(place, kind);
      assertNotWithinPublished(place);
      assertNoMountPoint(place);
      for (const source of sources) assertOutside(place, source);
    };
    expectPlace();
    await makeFolders(dirname(place));
    const lock = await FolderLock.take(place, (left) => recover(place, left, kind));
    const staging = new Staging(place, kind, lock);
    try {
      expectPlace();
      await staging.#removeStale(keepsKilled);
      await mkdir(staging.folder, { mode: 0o700 });
    } catch (error) {
      await staging.close();
      throw error;
    }
    return staging;
  }

  /**
   * Puts the new folder, which is on disk by then, in the place of the earlier one and removes that. When this fails, the earlier one
   * is where it was, unless the message says otherwise.
   * @param signal ends it as long as the earlier folder is in its place
   * @param onPublished is called at the moment at which the new one is
   */
  async publish(signal?: AbortSignal, onPublished?: () => void): Promise<void> {
    await syncFolders(this.folder);
    signal?.throwIfAborted();
    this.#lock.assertHeld();
    assertReplaceable(this.out, this.#kind);
    const earlier = this.#swap();
    this.#isPublished = true;
    onPublished?.();
    try {
      await syncFolder(dirname(this.out));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UserError(
        `${this.out}: the new folder is published, but it may not survive a power failure: the disk answered ${code} (fsync)`,
      );
    }
    if (earlier !== undefined && !(await removed(earlier))) this.leftovers.push(earlier);
    await this.#removeStale().catch(() => {}); // the next build does
  }

  /** Without a pause, so that no signal comes between two steps. Gives where the earlier folder is now, if there was one. */
  #swap(): string | undefined {
    const previous = previousPath(this.out, this.#lock.token);
    if (!isNonEmptyFolder(this.out)) {
      renameSync(this.folder, this.out);
      return undefined;
    }
    if (exchange(this.folder, this.out)) {
      try {
        renameSync(this.folder, previous);
        return previous;
      } catch {
        return this.folder;
      }
    }
    renameSync(this.out, previous);
    try {
      renameSync(this.folder, this.out);
    } catch (error) {
      this.#putBack(previous);
      throw error;
    }
    return previous;
  }

  #putBack(previous: string): void {
    try {
      renameSync(previous, this.out);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UserError(
        `${this.out}: the new folder could not be put in place, and the earlier one not back (${code}): it is at ${previous}. ` +
          'The next command that reads or writes it tries again.',
      );
    }
  }

  /** Removes the staging folders of builds that were killed. */
  async removeKilled(): Promise<void> {
    for (const path of this.killed.splice(0)) if (!(await removed(path))) this.leftovers.push(path);
  }

  /** Removes what has not been published, and gives the place free. */
  async close(): Promise<void> {
    if (!open.has(this)) return;
    await this.removeKilled();
    await removed(this.folder);
    this.#release();
    open.delete(this);
  }

  /** Closes it at once, as the process ends. */
  abandon(): void {
    const left = [this.folder, ...(this.#isPublished ? [previousPath(this.out, this.#lock.token)] : [])];
    for (const path of left) {
      try {
        rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      } catch {}
    }
    this.#release();
  }

  /** The lock stays where the earlier folder could not be put back: it says whose that is. */
  #release(): void {
    try {
      const previous = previousPath(this.out, this.#lock.token);
      if (!this.#isPublished && lstatSync(previous, { throwIfNoEntry: false })) return;
      this.#lock.release();
    } catch {}
  }

  /** Closes it; what cannot be removed the next build removes. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch(() => {});
  }

  /**
   * Removes what builds have left that ended without doing so. While there is nothing at `out`, an earlier folder that is aside may be
   * the only one, and stays.
   */
  async #removeStale(keepsKilled = false): Promise<void> {
    const folder = dirname(this.out);
    const isThere = isNonEmptyFolder(this.out);
    for (const name of readdirSync(folder)) {
      const left = leftName(this.out, name);
      const path = join(folder, name);
      if (left === undefined || (left.kind === 'previous' && !isThere) || this.leftovers.includes(path))
        continue;
      if (!isOwn(path) || isUsed(this.out, left)) continue;
      if (keepsKilled && left.kind === 'building') this.killed.push(path);
      else if (!(await removed(path))) this.leftovers.push(path);
    }
  }
}

function isOwn(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.uid === (process.getuid?.() ?? found.uid);
}

/** Whether who made it still runs, this process included. */
function isUsed(place: string, { owner }: LeftName): boolean {
  if ('pid' in owner) return isAlive(owner.pid);
  const lock = readLock(ownPath(place, owner.token));
  return lock !== undefined && fateOf(lock) === 'alive';
}

function isNonEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
