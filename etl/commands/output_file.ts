import { existsSync, realpathSync, statSync } from 'node:fs';
import { chmod, open, rename } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { usageError } from '../error.js';
import { assertNotWithinPublished } from '../warehouse/published_folder.js';
import { withPrivateFolder } from './private_folder.js';
import { explainWriteError } from './write_error.js';

/** A file that a command writes, named by `--out`. */
export interface OutputFile {
  /** As the user calls it. */
  readonly out: string;
  /** A warehouse, within which nothing is written. */
  readonly folder: string;
  /** The command, for messages. */
  readonly command: string;
}

/**
 * Where the file goes: what a link leads to.
 * @throws UserError of wrong usage when no file can be there
 */
export function placeOf({ out, folder, command }: OutputFile): string {
  const parent = dirname(resolve(out));
  if (!existsSync(parent)) {
    throw usageError(`${command} --out: expected a file in a folder that is there, found no ${dirname(out)}`);
  }
  const found = statSync(out, { throwIfNoEntry: false });
  if (found && !found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : 'a pipe or a device';
    throw usageError(`${command} --out: expected the name of a file, found ${what} at ${out}`);
  }
  const place = found ? realpathSync(out) : join(realpathSync(parent), basename(out));
  if (existsSync(folder) && !relative(realpathSync(folder), place).startsWith('..')) {
    throw usageError(
      `${command} --out: expected a file outside of the warehouse, found one within it: ${out}`,
    );
  }
  assertNotWithinPublished(place, `${command} --out: `);
  return place;
}

/**
 * Writes a file that is complete or not there; an earlier one stays until then. Only its owner can read it.
 * @param place from `placeOf`
 * @param write writes a file at the path that it is given
 * @returns what `write` returns, and the bytes of the file
 * @throws UserError where a person can do something about it
 */
export async function writeWhole<T>(
  place: string,
  out: string,
  write: (file: string) => Promise<T>,
): Promise<{ written: T; bytes: number }> {
  try {
    return await withPrivateFolder(dirname(place), `.${basename(place)}.`, async (temporary) => {
      const file = join(temporary, basename(place));
      const written = await write(file);
      await chmod(file, 0o600);
      await using handle = await open(file, 'r+');
      await handle.sync();
      const { size } = await handle.stat();
      await rename(file, place);
      return { written, bytes: size };
    });
  } catch (error) {
    throw explainWriteError(error, out);
  }
}
