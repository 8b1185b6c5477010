import { closeSync, openSync } from 'node:fs';
import type { Limits } from '../limits.js';
import { assertPossibleSize, type GraphReader, HEAD, readOrReject } from './graph_reader.js';
import type { GraphRef } from './input.js';
import { ReadBuffer } from './read_buffer.js';
import { stampBytes } from './stamp.js';

/** Reads graphs that are records of one file, each a range of its bytes. */
export class RecordReader implements GraphReader {
  readonly #fd: number;
  readonly #buffer = new ReadBuffer();

  constructor(
    path: string,
    readonly limits: Limits,
  ) {
    this.#fd = openSync(path, 'r');
  }

  read({ offset, size }: GraphRef): Buffer {
    assertPossibleSize(size, this.limits);
    return readOrReject(() => this.#buffer.read(this.#fd, offset, size));
  }

  head({ offset, size }: GraphRef): Buffer {
    return readOrReject(() => this.#buffer.read(this.#fd, offset, Math.min(size, HEAD)));
  }

  stamp({ offset, size }: GraphRef): string {
    if (size > this.limits.graphBytes) return `${size}`;
    return stampBytes(this.#buffer.read(this.#fd, offset, size));
  }

  close(): void {
    closeSync(this.#fd);
  }
}
