import { Rejection } from '../diagnostics/rejection.js';
import type { Limits } from '../limits.js';
import type { GraphRef } from './input.js';

/** Reads graphs of one input, synchronously: in a worker that is faster than waiting. */
export interface GraphReader {
  /** All bytes of a graph, valid until the next call. @throws Rejection when they cannot be had or cannot be trusted */
  read(ref: GraphRef): Buffer;
  /** The first bytes of a graph, unchecked; enough for its head as a rule. */
  head(ref: GraphRef): Buffer;
  /** What changes when the graph does: of a file its size and times, of a record or member its bytes. */
  stamp(ref: GraphRef): string;
  close(): void;
}

/** Bytes that hold the head of a graph (ids, StudyOrder) unless its reason_for_exam is very long. */
export const HEAD = 1024;

/** @throws Rejection too_large */
export function assertPossibleSize(size: number, { graphBytes }: Limits): void {
  if (size <= graphBytes) return;
  throw new Rejection('too_large', '', `expected at most ${graphBytes} bytes, found ${size}`);
}

/** What the system says of one file that it will not read, however often it is asked. */
const ofThisFile: ReadonlySet<string | undefined> = new Set([
  ...['EACCES', 'EPERM', 'EISDIR', 'ELOOP', 'ENXIO', 'ENODEV', 'ENAMETOOLONG'],
]);

/**
 * Gives what `read` gives. A file that may not be read is a fault of that graph alone; the message of the system would name a path of
 * this machine. Any other error of the system, a file that is gone among them, is one of the machine: it ends the build.
 * @throws Rejection unreadable, or the error of the machine
 */
export function readOrReject(read: () => Buffer): Buffer {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Rejection || !ofThisFile.has(code)) throw error;
    throw new Rejection('unreadable', '', `expected a readable file, found ${code}`);
  }
}
