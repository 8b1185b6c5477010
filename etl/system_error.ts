import { UserError } from './error.js';

const fullDisk = /No space left on device|File too large|Disk quota exceeded|not enough (disk )?space/i;
const fullDiskCodes: readonly unknown[] = ['ENOSPC', 'EFBIG', 'EDQUOT'];
const kept = 'the earlier warehouse, if any, is as it was.';

/**
 * What a person is told of an error that the machine and not this program is to blame for: a full disk, too little memory, a
 * file that may not be read. Messages of DuckDB are not repeated, as they may quote the data. Other errors are given back.
 */
export function explainSystemError(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (fullDiskCodes.includes(code) || fullDisk.test(error.message)) {
    return new UserError(
      `${out}: expected room for the warehouse, found a full disk or a limit on the size of files; ` +
        `make room or choose another --out; ${kept}`,
    );
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new UserError(`expected enough memory, a worker ran out of it; give fewer --workers; ${kept}`);
  }
  if (syscall !== undefined && code !== undefined) {
    return new UserError(`${path ?? out}: expected a file to work with, found ${code} (${syscall}); ${kept}`);
  }
  if (/Out of Memory Error/.test(error.message)) {
    return new UserError(`expected DuckDB to do with its --memory-limit, it did not; give it more; ${kept}`);
  }
  if (/IO Error|Cannot open file/.test(error.message)) {
    return new UserError(`${out}: expected to write a database there, DuckDB could not; ${kept}`);
  }
  return error;
}
