import { closeSync, openSync, readSync } from 'node:fs';
import { RandomAccessReader } from 'yauzl';

/** Bytes that are read at once: some ten thousand entries of a zip directory. */
const BLOCK = 1 << 20;

/** A file for yauzl, read in blocks: it asks for each entry of the directory twice, a few dozen bytes at a time. */
export class BlockReader extends RandomAccessReader {
  readonly #fd: number;
  /** First byte of the archive in the file. */
  readonly #base: number;
  #block = Buffer.alloc(0);
  #start = 0;

  constructor(path: string, base = 0) {
    super();
    this.#base = base;
    this.#fd = openSync(path, 'r');
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      const isWithin = position >= this.#start && position + length <= this.#start + this.#block.length;
      if (!isWithin) this.#load(position, length);
      const from = position - this.#start;
      const copied = this.#block.copy(buffer, offset, from, from + length);
      callback(copied === length ? null : new Error('the file ends within it'));
    } catch (error) {
      callback(error as Error);
    }
  }

  override close(callback: (error: Error | null) => void): void {
    closeSync(this.#fd);
    callback(null);
  }

  #load(position: number, length: number): void {
    const block = Buffer.allocUnsafe(Math.max(BLOCK, length));
    this.#block = block.subarray(0, readSync(this.#fd, block, 0, block.length, this.#base + position));
    this.#start = position;
  }
}
