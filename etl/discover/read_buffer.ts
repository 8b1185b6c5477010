import { readSync } from 'node:fs';

/** Bytes that hold most graphs, packed or not. */
const FIRST_SIZE = 256 * 1024;

/** One buffer for one read after the other: a new one for each graph would make the garbage collector run for nothing. */
export class ReadBuffer {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE);

  /** Up to `length` bytes from `position` of an open file, fewer at its end. They are valid until the next read. */
  read(fd: number, position: number, length: number): Buffer {
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(length * 2);
    let filled = 0;
    while (filled < length) {
      const count = readSync(fd, this.#buffer, filled, length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return this.#buffer.subarray(0, filled);
  }
}
