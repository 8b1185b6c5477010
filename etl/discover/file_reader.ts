import { closeSync, constants, fstatSync, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Rejection } from '../diagnostics/rejection.js';
import type { Limits } from '../limits.js';
import { assertPossibleSize, type GraphReader, HEAD, readOrReject } from './graph_reader.js';
import type { GraphRef } from './input.js';
import { ReadBuffer } from './read_buffer.js';
import { stampFile } from './stamp.js';

/** A pipe would be waited for; it is no file, which shows when it is open. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads graphs that are a file each. */
export class FileReader implements GraphReader {
  readonly #root: string;
  readonly #buffer = new ReadBuffer();

  /** @param root folder that the names of the graphs are relative to */
  constructor(
    root: string,
    readonly limits: Limits,
  ) {
    this.#root = root;
  }

  read({ name }: GraphRef): Buffer {
    return this.#read(name, (size) => {
      assertPossibleSize(size, this.limits);
      return size;
    });
  }

  head({ name }: GraphRef): Buffer {
    return this.#read(name, () => HEAD);
  }

  stamp({ name }: GraphRef): string {
    return stampFile(join(this.#root, name));
  }

  close(): void {}

  #read(name: string, lengthOf: (size: number) => number): Buffer {
    return readOrReject(() => {
      const path = join(this.#root, name);
      const fd = openFound(path);
      try {
        const found = fstatSync(fd);
        if (!found.isFile()) throw new Rejection('unreadable', '', 'expected a file, found something else');
        return this.#buffer.read(fd, 0, lengthOf(found.size));
      } catch (error) {
        throw error instanceof Rejection ? error : Object.assign(error as Error, { path });
      } finally {
        closeSync(fd);
      }
    });
  }
}

/**
 * Opens a file that was found.
 * @throws Rejection for a link that leads nowhere; the error of the system for a file that is gone
 */
function openFound(path: string): number {
  try {
    return openSync(path, WITHOUT_WAITING);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    if (!isMissing || lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) throw error;
    throw new Rejection('unreadable', '', `expected a readable file, found a link to nothing (${code})`);
  }
}
