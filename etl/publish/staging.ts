import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  assertOutside,
  assertReplaceable,
  assertValidPath,
  isContended,
  isWarehouse,
  resolveOutputFolder,
} from '../warehouse/output_folder.js';

/** Beginnings of the names beside `out`: of a folder that is being built, of an earlier warehouse that is aside. */
const building = (out: string) => `.${basename(out)}.building-`;
const previous = (out: string) => `.${basename(out)}.previous-`;

/** Staging folders of this process, by path: two builds of one process do not share theirs. */
const open = new Set<string>();

/** Times that a publication is tried while another build publishes to the same place, and ms between two. */
const ATTEMPTS = 50;
const PAUSE = 20;

/** Where a build writes until its warehouse is complete: a folder beside `out`, so that one rename puts it in place. */
export class Staging implements AsyncDisposable {
  readonly out: string;
  /** The folder that becomes the warehouse. */
  readonly folder: string;
  /** Where the earlier warehouse is while the new one takes its place. */
  readonly #previous: string;

  private constructor(out: string) {
    this.out = out;
    let number = 0;
    while (open.has(join(dirname(out), `${building(out)}${process.pid}-${number}`))) number++;
    this.folder = join(dirname(out), `${building(out)}${process.pid}-${number}`);
    this.#previous = join(dirname(out), `${previous(out)}${process.pid}-${number}`);
    open.add(this.folder);
  }

  /**
   * Opens an empty staging folder for `out`, after having put right what an earlier crash has left.
   * @param sources paths that the build reads
   * @throws UserError when `out` holds anything but a warehouse, or one of the sources
   */
  static async open(out: string, sources: readonly string[] = []): Promise<Staging> {
    const place = resolveOutputFolder(out);
    assertValidPath(place);
    await recover(out);
    assertReplaceable(place);
    for (const source of sources) assertOutside(place, source);
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
    for (let attempt = 1; ; attempt++) {
      assertReplaceable(this.out);
      try {
        await rm(this.#previous, { recursive: true, force: true });
        const hasEarlier = await moveAside(this.out, this.#previous);
        try {
          await rename(this.folder, this.out);
          break;
        } catch (error) {
          if (hasEarlier) await rename(this.#previous, this.out).catch(() => {});
          throw error;
        }
      } catch (error) {
        if (attempt === ATTEMPTS || !isContended(error)) throw error;
        await setTimeout(PAUSE);
      }
    }
    await rm(this.#previous, { recursive: true, force: true });
  }

  /** Removes what has not been published. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    open.delete(this.folder);
  }

  /** Closes it; what cannot be removed the next build removes. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch(() => {});
  }
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

/** Puts back the earlier warehouse where a build ended between the two renames of its publication. */
export async function recover(out: string): Promise<void> {
  const place = resolveOutputFolder(out);
  if (existsSync(place)) return;
  const aside = siblings(place, previous(place)).filter(isWarehouse);
  if (aside.length === 0) return;
  const [latest] = aside.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  await rename(latest!, place).catch((error) => {
    if (!isContended(error)) throw error;
  });
}

/** Paths beside `out` whose name begins so. */
function siblings(out: string, prefix: string): string[] {
  const folder = dirname(out);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (name.startsWith(prefix) ? join(folder, name) : []));
}

/** Removes what builds have left beside `out` that have ended without doing so themselves. */
async function removeStale(out: string): Promise<void> {
  for (const prefix of [building(out), previous(out)]) {
    for (const path of siblings(out, prefix)) {
      const owner = basename(path).slice(prefix.length);
      const pid = Number.parseInt(owner, 10);
      const isUsed = pid === process.pid ? open.has(join(dirname(out), building(out) + owner)) : isAlive(pid);
      if (!isUsed) await rm(path, { recursive: true, force: true });
    }
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
