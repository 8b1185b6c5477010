import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Rejection } from '../diagnostics/rejection.js';
import { assertPossibleSize, type GraphReader, HEAD, readOrReject } from './graph_reader.js';
import type { GraphRef } from './input.js';
import { ReadBuffer } from './read_buffer.js';

/** A pipe would be waited for; that it is no file shows when the whole graph is read. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads graphs that are a file each. */
export class FileReader implements GraphReader {
  readonly #root: string;
  readonly #buffer = new ReadBuffer();

  /** @param root folder that the names of the graphs are relative to */
  constructor(root: string) {
    this.#root = root;
  }

  read({ name }: GraphRef): Buffer {
    return this.#opened(name, (fd) => {
      const found = fstatSync(fd);
      if (!found.isFile()) throw new Rejection('unreadable', '', 'expected a file, found something else');
      assertPossibleSize(found.size);
      return this.#buffer.read(fd, 0, found.size);
    });
  }

  head({ name }: GraphRef): Buffer {
    return this.#opened(name, (fd) => this.#buffer.read(fd, 0, HEAD));
  }

  close(): void {}

  #opened(name: string, read: (fd: number) => Buffer): Buffer {
    return readOrReject(() => {
      const fd = openSync(join(this.#root, name), WITHOUT_WAITING);
      try {
        return read(fd);
      } finally {
        closeSync(fd);
      }
    });
  }
}
