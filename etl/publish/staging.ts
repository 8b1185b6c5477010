import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError, usageError } from '../error.js';

/** Says in `manifest.json` that a folder is a warehouse of this project. */
export const FORMAT = 'chest-imagenome-warehouse';

const prefixOf = (out: string) => `.${basename(out)}.building-`;
const previousOf = (out: string) => join(dirname(out), `.${basename(out)}.previous`);

/** Staging folders of this process, by path: two builds of one process do not share theirs. */
const open = new Set<string>();

/** Times that a publication is tried while another build publishes to the same place, and ms between two. */
const ATTEMPTS = 50;
const PAUSE = 20;

/** Where a build writes until its warehouse is complete: a folder beside `out`, so that one rename puts it in place. */
export class Staging {
  readonly out: string;
  /** The folder that becomes the warehouse. */
  readonly folder: string;

  private constructor(out: string) {
    this.out = out;
    let number = 0;
    do this.folder = join(dirname(out), `${prefixOf(out)}${process.pid}-${number++}`);
    while (open.has(this.folder));
    open.add(this.folder);
  }

  /**
   * Opens an empty staging folder for `out`, after having put right what an earlier crash has left.
   * @param sources paths that the build reads
   * @throws UserError when `out` holds anything but a warehouse, or one of the sources
   */
  static async open(out: string, sources: readonly string[] = []): Promise<Staging> {
    const place = placeOf(out);
    expectPossible(place);
    await recover(out);
    expectReplaceable(place);
    for (const source of sources) expectOutside(place, source);
    await removeStale(place);
    const staging = new Staging(place);
    await rm(staging.folder, { recursive: true, force: true });
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await mkdir(staging.folder, { mode: 0o700 });
    return staging;
  }

  /**
   * Puts the new warehouse in the place of the earlier one, which is kept aside until then and comes back when that fails.
   * Where another build does the same at this moment, the last one stays.
   */
  async publish(): Promise<void> {
    const previous = previousOf(this.out);
    for (let attempt = 1; ; attempt++) {
      expectReplaceable(this.out);
      try {
        await rm(previous, { recursive: true, force: true });
        const hasEarlier = await moveAside(this.out, previous);
        try {
          await rename(this.folder, this.out);
          break;
        } catch (error) {
          if (hasEarlier) await rename(previous, this.out).catch(() => {});
          throw error;
        }
      } catch (error) {
        if (attempt === ATTEMPTS || !isContended(error)) throw error;
        await setTimeout(PAUSE);
      }
    }
    await rm(previous, { recursive: true, force: true });
  }

  /** Removes what has not been published. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    open.delete(this.folder);
  }
}

/** The folder that `out` names: where it is a link, even one to nothing, the folder that it leads to. */
function placeOf(out: string): string {
  let place = resolve(out);
  for (let links = 0; links < 40 && isLink(place); links++) {
    place = resolve(realpathSync(dirname(place)), readlinkSync(place));
  }
  return place;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

async function moveAside(out: string, previous: string): Promise<boolean> {
  try {
    await rename(out, previous);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** What a rename says when another build has put its folder there, or has taken it away, since we looked. */
function isContended(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Puts back the earlier warehouse where a build ended between the two renames of its publication. */
export async function recover(out: string): Promise<void> {
  const place = placeOf(out);
  const previous = previousOf(place);
  if (existsSync(place) || !isWarehouse(previous)) return;
  await rename(previous, place).catch((error) => {
    if (!isContended(error)) throw error;
  });
}

/** A folder that this project has published. */
export function isWarehouse(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).format === FORMAT;
  } catch {
    return false;
  }
}

/** DuckDB takes what follows a ? for options, and would look for its log elsewhere. */
function expectPossible(out: string): void {
  if (out.includes('?')) {
    throw usageError(`${out}: expected a path that a database can have, found a ?; choose another --out.`);
  }
}

function expectReplaceable(out: string): void {
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found || isWarehouse(out) || (found.isDirectory() && readdirSync(out).length === 0)) return;
  throw new UserError(
    `${out}: expected no such folder, an empty one or an earlier warehouse, found something else; ` +
      'nothing was touched. Choose another --out.',
  );
}

/** What lies within an earlier warehouse would go with it. */
function expectOutside(out: string, source: string): void {
  if (!existsSync(out) || !existsSync(source)) return;
  const path = relative(realpathSync(out), realpathSync(source));
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return;
  throw new UserError(
    `${source}: expected an input outside of --out, which is replaced, found one within it; choose another --out.`,
  );
}

/** Removes staging folders of builds that have ended without doing so themselves. */
async function removeStale(out: string): Promise<void> {
  const prefix = prefixOf(out);
  const siblings = await readdir(dirname(out)).catch(() => []);
  for (const name of siblings.filter((name) => name.startsWith(prefix))) {
    const path = join(dirname(out), name);
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const isUsed = pid === process.pid ? open.has(path) : isAlive(pid);
    if (!isUsed) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
