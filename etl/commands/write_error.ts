import { UserError } from '../error.js';
import { isOutOfRoom } from '../system_error.js';

const full = /ENOSPC|EFBIG|EDQUOT/;
const readOnly = /EROFS|Read-only file system/i;
const denied = /EACCES|EPERM|Permission denied/i;

/** What a person is shown where a file that a query writes cannot be written; other errors are given back. */
export function explainWriteError(error: unknown, out: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { message } = error;
  if (full.test(message) || isOutOfRoom(message)) {
    return new UserError(
      `${out}: expected room for the file, found a full disk or a limit on the size of files; ` +
        'make room or choose another --out; an earlier file is as it was',
    );
  }
  if (readOnly.test(message)) {
    return new UserError(
      `${out}: expected a folder to write in, found a read-only file system; choose another --out`,
    );
  }
  if (denied.test(message)) {
    return new UserError(
      `${out}: expected the right to write in its folder, found none (permission denied); choose another --out`,
    );
  }
  return error;
}
