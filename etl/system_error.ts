import { basename, dirname, resolve } from 'node:path';
import { isDuckdbError } from './duckdb_error.js';
import { UserError } from './error.js';

const fullDisk = /No space left on device|File too large|Disk quota exceeded|not enough (disk )?space/i;
const fullDiskCodes: readonly unknown[] = ['ENOSPC', 'EFBIG', 'EDQUOT'];
const deniedCodes: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];
/** The disk, the network or the limits of the machine. */
const machineCodes: readonly unknown[] = ['EIO', 'ESTALE', 'EMFILE', 'ENFILE', 'ENOMEM', 'ETIMEDOUT'];
const kept = 'the earlier warehouse, if any, is as it was.';

/** True for a message of the system, of Node or of DuckDB, that there is no room. */
export const isOutOfRoom = (message: string) => fullDisk.test(message);

/** Calls that write: what is denied to them is a place to write in, and to others something to read. */
const writing = /^(mkdir|rename|rm|rmdir|unlink|write|copyfile|chmod|ftruncate)/;

/**
 * What a person is shown of an error that the machine and not this program is to blame for: a full disk, too little memory, a
 * file that may not be read. Messages of DuckDB are not repeated, as they may quote the data. Other errors are given back.
 */
export function explainSystemError(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, syscall, path = out } = error as NodeJS.ErrnoException;
  if (fullDiskCodes.includes(code) || fullDisk.test(error.message)) {
    return new UserError(
      `${out}: expected room for the warehouse, found a full disk or a limit on the size of files; ` +
        `make room or choose another --out; ${kept}`,
    );
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UserError(`a worker ran out of memory; give fewer --workers; ${kept}`);
  }
  if (deniedCodes.includes(code)) {
    const isWriting = path === out || isNextTo(path, out) || writing.test(syscall ?? '');
    return new UserError(`${path}: ${denied(isWriting, code)}; ${kept}`);
  }
  if (machineCodes.includes(code) || (code === 'ENOENT' && syscall === 'open')) {
    return new UserError(
      `${path ?? 'INPUT'}: expected to read what was found there, the machine answered ${code} (${syscall}); ` +
        `this says nothing of the data: try again when the disk or network is well; ${kept}`,
    );
  }
  if (syscall !== undefined && code !== undefined) {
    const expected = writing.test(syscall) ? 'a folder to write in' : 'a file to work with';
    const way = writing.test(syscall) ? ' choose another --out;' : '';
    return new UserError(`${path}: expected ${expected}, found ${code} (${syscall});${way} ${kept}`);
  }
  if (isDuckdbError(error, 'Out of Memory Error')) {
    return new UserError(`DuckDB ran out of memory; raise --memory-limit; ${kept}`);
  }
  if (isDuckdbError(error, 'IO Error')) {
    return new UserError(
      `${out}: expected to write a database here, DuckDB could not; ` +
        `look at the rights and the disk of that folder, or choose another --out; ${kept}`,
    );
  }
  return error;
}

/** What was expected of a place that may not be written or read, what was found and what to do. */
function denied(isWriting: boolean, code: unknown): string {
  if (!isWriting) {
    return 'expected the right to read this, found none (permission denied); get the right to it, or give another INPUT';
  }
  if (code === 'EROFS') {
    return 'expected a place to write in, found a read-only file system; choose another --out';
  }
  return 'expected the right to write here, found none (permission denied); choose another --out, or get the right';
}

/** Whether a path is one of those next to `out` that a build writes. */
function isNextTo(path: string, out: string): boolean {
  return dirname(path) === dirname(resolve(out)) && basename(path).startsWith(`.${basename(out)}.`);
}

/** What a person is shown in place of a file that does not read: nothing, a folder, or why. */
export function foundInstead(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'nothing',
    ENOTDIR: 'nothing',
    EISDIR: 'a folder',
    EACCES: 'one that may not be read (permission denied)',
    EPERM: 'one that may not be read (permission denied)',
  };
  return words[code ?? ''] ?? String(code);
}
