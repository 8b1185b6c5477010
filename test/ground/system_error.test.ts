import test from 'ava';
import { UserError } from '../../etl/error.js';
import { explainSystemError } from '../../etl/system_error.js';

const SENTENCE = 'Small left pleural effusion.';
const system = (code: string, syscall?: string, path?: string) =>
  Object.assign(new Error(`${code}: ${SENTENCE}`), { code, syscall, path });

/** Errors of the machine, and what is said of them. */
const explained: Record<string, [error: Error, message: RegExp]> = {
  'a full disk, of Node': [
    system('ENOSPC', 'write'),
    /^out: expected room for the warehouse, found a full disk/,
  ],
  'a full disk, of DuckDB': [
    new Error('IO Error: Could not write file "x": No space left on device'),
    /^out: expected room for the warehouse/,
  ],
  'a quota': [system('EDQUOT', 'write'), /^out: expected room for the warehouse/],
  'a worker without memory': [
    system('ERR_WORKER_OUT_OF_MEMORY'),
    /^a worker ran out of memory; give fewer --workers;/,
  ],
  'DuckDB without memory': [
    new Error(`Out of Memory Error: failed to allocate data (${SENTENCE})`),
    /^DuckDB ran out of memory; raise --memory-limit; /,
  ],
  'DuckDB without memory at a commit': [
    new Error('TransactionContext Error: Failed to commit: Out of Memory Error: could not allocate block'),
    /^DuckDB ran out of memory; raise --memory-limit; /,
  ],
  'a folder that may not be written': [
    system('EACCES', 'mkdir', '/read/only'),
    /^\/read\/only: expected the right to write here, found none \(permission denied\); choose another --out, or get the right; /,
  ],
  'a read-only file system': [
    system('EROFS', 'mkdir', '/cd'),
    /^\/cd: expected a place to write in, found a read-only file system; choose another --out; /,
  ],
  'a file that may not be read': [
    system('EACCES', 'open', '/secret'),
    /^\/secret: expected the right to read this, found none \(permission denied\); get the right to it, or give another INPUT; /,
  ],
  'another call that fails': [
    system('ENOTDIR', 'mkdir', '/a/b'),
    /^\/a\/b: expected a folder to write in, found ENOTDIR \(mkdir\); choose another --out; /,
  ],
  'a database that cannot be written': [
    new Error(`IO Error: Cannot open file "out": ${SENTENCE}`),
    /^out: expected to write a database here, DuckDB could not; look at the rights and the disk of that folder, or choose another --out; /,
  ],
};

for (const [what, [error, message]] of Object.entries(explained)) {
  test(`${what} is said in one line that quotes nothing`, (t) => {
    const found = explainSystemError(error, 'out');
    t.true(found instanceof UserError);
    const said = (found as UserError).message;
    t.regex(said, message);
    t.regex(said, /; the earlier warehouse, if any, is as it was\.$/);
    t.false(said.includes(SENTENCE));
    t.false(said.includes('\n'));
  });
}

test('what is no error of the machine is given back', (t) => {
  for (const error of [
    new UserError('expected one thing, found another'),
    new Error('a bug'),
    new Error('Binder Error: no such column'),
    'text',
  ]) {
    t.is(explainSystemError(error, 'out'), error);
  }
});
