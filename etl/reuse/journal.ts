import { lstatSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Part } from '../warehouse/files.js';
import type { KeptChunk, WrittenChunk } from './kept_chunk.js';

/** Folder within a staging folder that is not published: the journal, and diagnostics chunk by chunk. */
export const KEPT = 'kept';
const JOURNAL = join(KEPT, 'journal.jsonl');

/** The parts of stored views that a build has left. */
export interface KilledRollUps {
  readonly folder: string;
  /** sha256 over all that they were computed from. */
  readonly of: string;
  /** By their path below the folder. */
  readonly files: ReadonlyMap<string, Part>;
}

/** What a build has left. */
export interface Killed {
  readonly chunks: readonly KeptChunk[];
  readonly rollUps: KilledRollUps;
}

/** A line after the first. */
type Line = WrittenChunk | { readonly rollUps: string } | { readonly rollUp: Part };

/** First line of a journal. */
interface Head {
  /** Key of the parts of chunks. */
  readonly key: string;
}

/**
 * What a build has written until now, a line for each chunk, in its staging folder: should it be killed, the next one uses that.
 * A line says nothing that must be believed: files are looked at before they are used.
 */
export class Journal {
  readonly #path: string;

  private constructor(readonly folder: string) {
    this.#path = join(folder, JOURNAL);
  }

  /** Begins the journal of a build. @param folder the staging folder */
  static async begin(folder: string, key: string): Promise<Journal> {
    await mkdir(join(folder, KEPT), { mode: 0o700 });
    const head: Head = { key };
    await writeFile(join(folder, JOURNAL), `${JSON.stringify(head)}\n`, { mode: 0o600 });
    return new Journal(folder);
  }

  /** Adds a chunk whose files are complete. */
  async add({ record, files, diagnostics }: WrittenChunk): Promise<void> {
    await this.#append({ record, files, diagnostics });
  }

  /** Says what the stored views are computed from. */
  async beginRollUps(of: string): Promise<void> {
    await this.#append({ rollUps: of });
  }

  /** Adds a part of a stored view that is complete. */
  async addRollUp(part: Part): Promise<void> {
    await this.#append({ rollUp: part });
  }

  async #append(line: Line): Promise<void> {
    await appendFile(this.#path, `${JSON.stringify(line)}\n`);
  }
}

/**
 * What a build that was killed has left.
 * @param folder its staging folder; one of another user, or behind a link, is left alone
 * @param key what the journal must begin with: other options or another program have written other parts
 */
export function readJournal(folder: string, key: string): Killed[] {
  try {
    const { uid, isLink } = ownerOf(folder);
    if (isLink || uid !== process.getuid?.()) return [];
    const [head, ...texts] = readFileSync(join(folder, JOURNAL), 'utf8').split('\n');
    if ((JSON.parse(head!) as Head).key !== key) return [];
    // What follows the last line end is a line that was being written.
    const lines = texts.slice(0, -1).map((text) => JSON.parse(text) as Line);
    const chunks = lines.flatMap((line) => ('record' in line ? [{ ...line, folder }] : []));
    const [of = ''] = lines.flatMap((line) => ('rollUps' in line ? [line.rollUps] : []));
    const parts = lines.flatMap((line) => ('rollUp' in line ? [line.rollUp] : []));
    return [{ chunks, rollUps: { folder, of, files: new Map(parts.map((part) => [part.path, part])) } }];
  } catch {
    return [];
  }
}

function ownerOf(folder: string) {
  const found = lstatSync(folder);
  return { uid: found.uid, isLink: found.isSymbolicLink() };
}
