import { constants, copyFile, link, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeOpen, type FileInfo, finishFile } from '../warehouse/files.js';

/**
 * Gives a file of an earlier build a second name, or copies it where the file system has no links or others may read it.
 * @param from path that it is at
 * @param folder the staging folder, within which `file.path` is where it goes
 * @returns false where the file is not what `file` says: gone, damaged, or not to be read
 */
export async function keepFile(from: string, folder: string, file: FileInfo): Promise<boolean> {
  const found = await lookAt(from).catch(() => undefined);
  if (found?.bytes !== file.bytes || found.sha256 !== file.sha256) return false;
  const to = join(folder, file.path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rm(to, { force: true });
  if (found.isPrivate && (await succeeds(link(from, to)))) return true;
  if (!(await succeeds(copyFile(from, to, constants.COPYFILE_FICLONE)))) return false;
  return (await finishFile(folder, file.path)).sha256 === file.sha256;
}

/** A link in the place of a file is none of ours, and a pipe would be waited for. */
const WITHOUT_LINKS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function lookAt(path: string) {
  const file = await open(path, WITHOUT_LINKS);
  try {
    const found = await file.stat();
    if (!found.isFile()) return undefined;
    return { ...(await describeOpen(file)), isPrivate: (found.mode & 0o777) === 0o600 };
  } finally {
    await file.close();
  }
}

const succeeds = (work: Promise<void>) =>
  work.then(
    () => true,
    () => false,
  );
