import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../error.js';

/** Says in `manifest.json` that a folder is a warehouse of this project. */
export const FORMAT = 'chest-imagenome-warehouse';

const stagingOf = (out: string, pid: number) => join(dirname(out), `.${basename(out)}.building-${pid}`);
const previousOf = (out: string) => join(dirname(out), `.${basename(out)}.previous`);

/** Where a build writes until its warehouse is complete: a folder beside `out`, so that one rename puts it in place. */
export class Staging {
  readonly out: string;
  /** The folder that becomes the warehouse. */
  readonly folder: string;

  private constructor(out: string) {
    this.out = out;
    this.folder = stagingOf(out, process.pid);
  }

  /**
   * Opens an empty staging folder for `out`, after having put right what an earlier crash has left.
   * @throws UserError when `out` holds anything but a warehouse
   */
  static async open(out: string): Promise<Staging> {
    const staging = new Staging(resolve(out));
    await recover(staging.out);
    expectReplaceable(staging.out);
    await removeStale(staging.out);
    await rm(staging.folder, { recursive: true, force: true });
    await mkdir(staging.folder, { recursive: true, mode: 0o700 });
    return staging;
  }

  /** Puts the new warehouse in the place of the earlier one, which is kept aside until then and comes back when that fails. */
  async publish(): Promise<void> {
    expectReplaceable(this.out);
    const previous = previousOf(this.out);
    await rm(previous, { recursive: true, force: true });
    const hasEarlier = existsSync(this.out);
    if (hasEarlier) await rename(this.out, previous);
    try {
      await rename(this.folder, this.out);
    } catch (error) {
      if (hasEarlier) await rename(previous, this.out);
      throw error;
    }
    await rm(previous, { recursive: true, force: true });
  }

  /** Removes what has not been published. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Puts back the earlier warehouse where a build ended between the two renames of its publication. */
export async function recover(out: string): Promise<void> {
  const target = resolve(out);
  const previous = previousOf(target);
  if (existsSync(target) || !isWarehouse(previous)) return;
  if ((await stagingFolders(target)).some(({ pid }) => isAlive(pid))) return;
  await rename(previous, target);
}

/** A folder that this project has published. */
export function isWarehouse(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).format === FORMAT;
  } catch {
    return false;
  }
}

function expectReplaceable(out: string): void {
  if (!existsSync(out)) return;
  const isEmpty = statSync(out).isDirectory() && readdirSync(out).length === 0;
  if (isEmpty || isWarehouse(out)) return;
  throw new UserError(
    `${out}: expected no such folder, an empty one or an earlier warehouse, found something else; ` +
      'nothing was touched. Choose another --out.',
  );
}

/** Removes staging folders of builds that have ended without doing so themselves. */
async function removeStale(out: string): Promise<void> {
  for (const { path, pid } of await stagingFolders(out)) {
    if (!isAlive(pid)) await rm(path, { recursive: true, force: true });
  }
}

/** Staging folders beside `out`, and the processes that have made them. */
async function stagingFolders(out: string): Promise<{ path: string; pid: number }[]> {
  const prefix = `.${basename(out)}.building-`;
  const siblings = await readdir(dirname(out)).catch(() => []);
  return siblings
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ path: join(dirname(out), name), pid: Number(name.slice(prefix.length)) }));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
