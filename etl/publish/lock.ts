import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../error.js';
import { fateOf, type Holder, thisProcess } from './holder.js';
import { lockPath, ownPath } from './places.js';

/** What a lock says of who has it. */
export interface LockRecord extends Holder {
  /** Random: names the folders that the holder writes. */
  readonly token: string;
  readonly since: string;
  /** Owner of the lock file. */
  readonly uid: number;
}

/** File systems that have no links say so with one of these. */
const withoutLinks: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'UNKNOWN'];

/** Times that a lock is looked at which is just being written or released, and ms between two. */
const ATTEMPTS = 50;
const PAUSE = 20;

/** The right to write one folder. A file next to the folder says who has it, to processes of this host and of others. */
export class FolderLock {
  private constructor(
    readonly place: string,
    readonly path: string,
    readonly token: string,
  ) {}

  /**
   * Takes the lock of a folder. One whose holder has ended is taken over.
   * @param onStale is called with what such a holder has left, before the lock is ours
   * @throws UserError that says who has the lock
   */
  static async take(place: string, onStale: (left: LockRecord) => Promise<void>): Promise<FolderLock> {
    const path = lockPath(place);
    const token = randomBytes(8).toString('hex');
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (create(path, ownPath(place, token), token)) return new FolderLock(place, path, token);
      const found = readLock(path);
      if (found === undefined) await setTimeout(PAUSE);
      else if (fateOf(found) === 'dead') {
        await onStale(found);
        removeStale(path, found.token, token);
      } else throw busy(place, path, found);
    }
    throw new UserError(
      `${place}: expected no other build into this folder, found a lock that says nothing of its holder; ` +
        `where none is running, remove ${path}`,
    );
  }

  /** @throws UserError when somebody has removed or taken the lock */
  assertHeld(): void {
    if (readLock(this.path)?.token === this.token) return;
    throw new UserError(
      `${this.path}: expected the lock of this build, found that it was removed or is another's; ` +
        'nothing was published, the earlier warehouse is not touched by this build. Run it again.',
    );
  }

  /** Gives the folder free. */
  release(): void {
    if (readLock(this.path)?.token === this.token) rmSync(this.path, { force: true });
    rmSync(ownPath(this.place, this.token), { force: true });
  }
}

/** What a lock says, or undefined where there is none or nothing in it yet. */
export function readLock(path: string): LockRecord | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  try {
    const { uid } = fstatSync(file);
    const record = JSON.parse(readFileSync(file, 'utf8'));
    const isRecord = /^[0-9a-f]{16}$/.test(record.token) && Number.isInteger(record.pid);
    return isRecord ? { ...record, uid } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Makes the lock at once with its content; false where there is one. A link is made or not made, over NFS too. The file that it is a
 * link to stays: it keeps what the holder writes also when somebody removes the lock.
 */
function create(path: string, own: string, token: string): boolean {
  const record = { ...thisProcess(), token, since: new Date().toISOString() };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  let isMade = false;
  try {
    writeSynced(own, text);
    isMade = linkOrWrite(path, own, text);
  } finally {
    if (!isMade) rmSync(own, { force: true });
  }
  return isMade;
}

function linkOrWrite(path: string, own: string, text: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (withoutLinks.includes(code)) return createDirectly(path, text);
    // A link that was made, and whose answer was lost, is asked for twice by NFS.
    if (code === 'EEXIST') return statSync(own, { throwIfNoEntry: false })?.nlink === 2;
    // Who has the lock took our file for one that was left, as there was nothing in it yet.
    if (code === 'ENOENT') return false;
    throw error;
  }
}

function createDirectly(path: string, text: string): boolean {
  try {
    writeSynced(path, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes the lock with this token and no other: what was taken away and is another's, as somebody was quicker, comes back. */
function removeStale(path: string, token: string, own: string): void {
  const aside = `${path}-${own}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    if (readLock(aside)?.token !== token) linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function busy(place: string, path: string, found: LockRecord): UserError {
  const isHere = fateOf(found) === 'alive';
  const remedy = isHere
    ? 'wait for its end, or choose another --out'
    : `wait for its end, or choose another --out; only where that process does not run any more, remove ${path}`;
  return new UserError(
    `${place}: expected no other build into this folder, found one by process ${found.pid} on host ${found.host} ` +
      `since ${found.since}; nothing was touched. ${remedy[0]!.toUpperCase()}${remedy.slice(1)}.`,
  );
}
