import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileInfo } from '../warehouse/files.js';

/** Characters that are gathered before they are written. */
const BLOCK = 1 << 20;

/** A text file that is written piece by piece: what is gathered stays below a MiB or so. */
export class TextFile {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #pieces: string[] = [];
  #gathered = 0;
  #bytes = 0;

  private constructor(
    /** Path below the export, with forward slashes. */
    readonly path: string,
    file: FileHandle,
  ) {
    this.#file = file;
  }

  /** Makes a file that only its owner can read. @throws the error of the system */
  static async create(folder: string, path: string): Promise<TextFile> {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    return new TextFile(path, await open(place, 'wx', 0o600));
  }

  /** Adds text; waits while the disk is behind. */
  async write(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#gathered += text.length;
    if (this.#gathered >= BLOCK) await this.#flush();
  }

  async #flush(): Promise<void> {
    const block = Buffer.from(this.#pieces.join(''));
    this.#pieces = [];
    this.#gathered = 0;
    this.#hash.update(block);
    await this.#file.appendFile(block);
    this.#bytes += block.length;
  }

  /** Puts it on disk. */
  async finish(): Promise<FileInfo> {
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return { path: this.path, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Gives it up; the folder that it is in is removed by others. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
  }
}
