import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  assertOutside,
  assertReplaceable,
  type FolderKind,
  isContended,
  resolveOutputFolder,
  warehouseKind,
} from '../warehouse/output_folder.js';

/** Beginnings of the names next to `out`: of a folder that is being written, of an earlier one that is aside. */
const building = (out: string) => `.${basename(out)}.building-`;
const previous = (out: string) => `.${basename(out)}.previous-`;

/** Staging folders of this process, by path: two that it writes at one time do not share theirs. */
const open = new Set<string>();

/** Times that a publication is tried while another process publishes to the same place, and ms between two. */
const ATTEMPTS = 50;
const PAUSE = 20;

/** What is replaced, and what must not be within it. */
export interface StagingOptions {
  /** What may be replaced; a warehouse by default. */
  readonly kind?: FolderKind;
  /** Paths that are read meanwhile. */
  readonly sources?: readonly string[];
}

/** Where a folder is written until it is complete: next to `out`, so that one rename puts it in place. */
export class Staging implements AsyncDisposable {
  readonly out: string;
  /** The folder that becomes `out`. */
  readonly folder: string;
  /** Where the earlier folder is while the new one takes its place. */
  readonly #previous: string;
  readonly #kind: FolderKind;

  private constructor(out: string, kind: FolderKind) {
    this.out = out;
    this.#kind = kind;
    let number = 0;
    while (open.has(join(dirname(out), `${building(out)}${process.pid}-${number}`))) number++;
    this.folder = join(dirname(out), `${building(out)}${process.pid}-${number}`);
    this.#previous = join(dirname(out), `${previous(out)}${process.pid}-${number}`);
    open.add(this.folder);
  }

  /**
   * Opens an empty staging folder for `out`, after having put right what an earlier crash has left.
   * @throws UserError when `out` holds anything but a folder of this kind, or one of the sources
   */
  static async open(
    out: string,
    { kind = warehouseKind, sources = [] }: StagingOptions = {},
  ): Promise<Staging> {
    const place = resolveOutputFolder(out);
    await recover(out, kind);
    assertReplaceable(place, kind);
    for (const source of sources) assertOutside(place, source);
    await removeStale(place);
    const staging = new Staging(place, kind);
    await rm(staging.folder, { recursive: true, force: true });
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await mkdir(staging.folder, { mode: 0o700 });
    return staging;
  }

  /**
   * Puts the new folder in the place of the earlier one, which is kept aside until then and comes back when that fails.
   * Where another process does the same at this moment, the last one stays.
   */
  async publish(): Promise<void> {
    await retry(isContended, () => this.#swap());
    await rm(this.#previous, { recursive: true, force: true });
  }

  async #swap(): Promise<void> {
    assertReplaceable(this.out, this.#kind);
    await rm(this.#previous, { recursive: true, force: true });
    const hasEarlier = await moveAside(this.out, this.#previous);
    try {
      await rename(this.folder, this.out);
    } catch (error) {
      if (hasEarlier) await rename(this.#previous, this.out).catch(() => {});
      throw error;
    }
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

/** Does the work again, after a pause, while it fails for a reason that passes. */
async function retry(isPassing: (error: unknown) => boolean, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await setTimeout(PAUSE);
    }
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

/** Puts back the earlier folder where a process ended between the two renames of its publication. */
export async function recover(out: string, { isOurs }: FolderKind = warehouseKind): Promise<void> {
  const place = resolveOutputFolder(out);
  if (existsSync(place)) return;
  const aside = siblings(place, previous(place)).filter(isOurs);
  if (aside.length === 0) return;
  const [latest] = aside.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  await rename(latest!, place).catch((error) => {
    if (!isContended(error)) throw error;
  });
}

/** Paths next to `out` whose name begins so. */
function siblings(out: string, prefix: string): string[] {
  const folder = dirname(out);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (name.startsWith(prefix) ? join(folder, name) : []));
}

/** Removes what processes have left next to `out` that have ended without doing so themselves. */
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
