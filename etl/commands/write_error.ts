import { UserError } from '../error.js';
import { isOutOfRoom } from '../system_error.js';

const full = /ENOSPC|EFBIG|EDQUOT/;
const readOnly = /EROFS|Read-only file system/i;
const denied = /EACCES|EPERM|Permission denied/i;

/**
 * What a person is shown where what a command writes cannot be written; other errors are given back.
 * @param what is written
 */
export function explainWriteError(
  error: unknown,
  out: string,
  what: 'the file' | 'the export' = 'the file',
): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { message } = error;
  if (full.test(message) || isOutOfRoom(message)) {
    return new UserError(
      `${out}: expected room for ${what}, found a full disk or a limit on the size of files; ` +
        `make room or choose another --out; an earlier ${what.slice(4)} is as it was`,
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
