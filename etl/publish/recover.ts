import { existsSync, lstatSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type FolderKind,
  isContended,
  resolveOutputFolder,
  warehouseKind,
} from '../warehouse/output_folder.js';
import { syncFolder } from './folders.js';
import { fateOf } from './holder.js';
import { type LockRecord, readLock } from './lock.js';
import { lockPath, previousPath } from './places.js';

/** Times that a publication under way is waited for, and ms between two. */
const ATTEMPTS = 50;
const PAUSE = 20;

/** What may not be done here, so that an earlier folder is read where it is. */
const denied: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Path at which a folder that was published at `out` can be read: `out` itself. Where a publication has put it aside, it is waited for;
 * where that process has ended, the folder is put back first, or read where it is when that is not allowed.
 */
export async function publishedAt(out: string, kind: FolderKind = warehouseKind): Promise<string> {
  const place = resolveOutputFolder(out);
  for (let attempt = 1; !existsSync(place); attempt++) {
    const lock = readLock(lockPath(place));
    const aside = lock && earlierOf(place, lock, kind);
    // Looked at again, as the publication may have ended between two looks.
    if (!aside) return out;
    if (fateOf(lock) === 'dead') {
      if (!(await putBack(aside, place))) return aside;
    } else if (attempt === ATTEMPTS) return aside;
    else await setTimeout(PAUSE);
  }
  return out;
}

/** Puts back the earlier folder of a holder that ended in the middle of its publication. */
export async function recover(place: string, left: LockRecord, kind: FolderKind): Promise<void> {
  if (existsSync(place)) return;
  const aside = earlierOf(place, left, kind);
  if (aside) await putBack(aside, place);
}

/**
 * The earlier folder that the holder of a lock has put aside. One that only has such a name is none: the lock names it, both are
 * this user's own, and it is a folder of the kind that was published.
 */
function earlierOf(place: string, { token, uid }: LockRecord, { isOurs }: FolderKind): string | undefined {
  const aside = previousPath(place, token);
  const found = lstatSync(aside, { throwIfNoEntry: false });
  const own = process.getuid?.() ?? uid;
  const isOwn = found?.isDirectory() === true && found.uid === own && uid === own;
  return isOwn && isOurs(aside) ? aside : undefined;
}

async function putBack(aside: string, place: string): Promise<boolean> {
  try {
    await rename(aside, place);
    await syncFolder(dirname(place));
    return true;
  } catch (error) {
    if (isContended(error)) return true;
    if (denied.includes((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}
