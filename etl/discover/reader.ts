import { closeSync, constants as files, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { Rejection } from '../diagnostics/rejection.js';
import type { GraphRef, InputLocation } from './input.js';
import { ReadBuffer } from './read_buffer.js';

/** A scene graph has some 42 kB; nothing of this size is one. */
export const LARGEST_GRAPH = 64 * 2 ** 20;

/** Bytes that hold the head of a graph (ids, StudyOrder) unless its reason_for_exam is very long. */
const HEAD = 1024;

const LOCAL_HEADER = 30;

/** A pipe would be waited for; it is no file, which is told when the whole graph is asked for. */
const WITHOUT_WAITING = files.O_RDONLY | (files.O_NONBLOCK ?? 0);

/** Reads graphs of one input, synchronously: in a worker that is faster than waiting. */
export interface GraphReader {
  /** All bytes of a graph, valid until the next call. @throws Rejection when they cannot be had or cannot be trusted */
  read(ref: GraphRef): Buffer;
  /** The first bytes of a graph, unchecked; enough for its head as a rule. */
  head(ref: GraphRef): Buffer;
  close(): void;
}

/** Opens an input for reading its graphs. */
export function openReader(location: InputLocation): GraphReader {
  if (location.kind === 'files') return fileReader(location.path);
  const fd = openSync(location.path, 'r');
  const reader = location.kind === 'zip' ? zipReader(fd) : recordReader(fd);
  return { ...reader, close: () => closeSync(fd) };
}

function fileReader(root: string): GraphReader {
  const scratch = new ReadBuffer();
  const opened = (name: string, read: (fd: number) => Buffer) =>
    readable(() => {
      const fd = openSync(join(root, name), WITHOUT_WAITING);
      try {
        return read(fd);
      } finally {
        closeSync(fd);
      }
    });
  return {
    read: ({ name }) =>
      opened(name, (fd) => {
        const found = fstatSync(fd);
        if (!found.isFile()) throw new Rejection('unreadable', '', 'expected a file, found something else');
        expectPossibleSize(found.size);
        return scratch.read(fd, 0, found.size);
      }),
    head: ({ name }) => opened(name, (fd) => scratch.read(fd, 0, HEAD)),
    close: () => {},
  };
}

type OpenFile = Pick<GraphReader, 'read' | 'head'>;

function recordReader(fd: number): OpenFile {
  const scratch = new ReadBuffer();
  return {
    read: ({ offset, size }) => {
      expectPossibleSize(size);
      return readable(() => scratch.read(fd, offset, size));
    },
    head: ({ offset, size }) => readable(() => scratch.read(fd, offset, Math.min(size, HEAD))),
  };
}

/** Bytes of a zip that are read at once for heads: they are asked for in the order of the archive. */
const BLOCK = 256 * 1024;

function zipReader(fd: number): OpenFile {
  const [blocks, scratch] = [new ReadBuffer(), new ReadBuffer()];
  const block: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  const fromBlock = (offset: number, length: number) => {
    if (offset < block.start || offset + length > block.start + block.bytes.length) {
      block.start = offset;
      block.bytes = blocks.read(fd, offset, Math.max(BLOCK, length));
    }
    return block.bytes.subarray(offset - block.start, offset - block.start + length);
  };
  const fromFile = (offset: number, length: number) => scratch.read(fd, offset, length);
  const packed = (ref: GraphRef, limit: number, bytesAt: typeof fromFile) => {
    const guess = LOCAL_HEADER + Buffer.byteLength(ref.name) + 32;
    let bytes = readable(() => bytesAt(ref.offset, guess + limit));
    if (bytes.length < LOCAL_HEADER || bytes.readUInt32LE(0) !== 0x04034b50) {
      throw new Rejection('bad_zip_member', '', 'expected a local header, found other bytes');
    }
    const start = LOCAL_HEADER + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    if (start > guess) bytes = readable(() => bytesAt(ref.offset, start + limit));
    return bytes.subarray(start, start + limit);
  };
  return {
    read: (ref) => {
      const { size, crc32: checksum, isDeflated } = ref.declared!;
      expectPossibleSize(Math.max(size, ref.size));
      const bytes = packed(ref, ref.size, fromFile);
      const unpacked = isDeflated ? inflate(bytes, size) : bytes;
      if (unpacked.length !== size) throw sizeMismatch(size, `${unpacked.length}`);
      if (crc32(unpacked) !== checksum) {
        throw new Rejection(
          'crc_mismatch',
          '',
          'expected the checksum that the archive declares, found another',
        );
      }
      return unpacked;
    },
    head: (ref) => {
      const bytes = packed(ref, Math.min(ref.size, HEAD), fromBlock);
      if (!ref.declared!.isDeflated) return bytes;
      try {
        return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
      } catch {
        return Buffer.alloc(0);
      }
    },
  };
}

/** One buffer of the declared size takes all; it tells a member that unpacks to more. */
function inflate(bytes: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw sizeMismatch(size, 'more');
    throw new Rejection('bad_zip_member', '', 'expected deflated bytes, found bytes that do not unpack');
  }
}

function sizeMismatch(declared: number, found: string): Rejection {
  return new Rejection(
    'size_mismatch',
    '',
    `expected ${declared} bytes as the archive declares, found ${found}`,
  );
}

function expectPossibleSize(size: number): void {
  if (size <= LARGEST_GRAPH) return;
  throw new Rejection('too_large', '', `expected at most ${LARGEST_GRAPH} bytes, found ${size}`);
}

/** A read error is a fault of that graph alone. The message of the system would tell a path of this machine. */
function readable(read: () => Buffer): Buffer {
  try {
    return read();
  } catch (error) {
    if (error instanceof Rejection) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    throw new Rejection('unreadable', '', `expected a readable file, found ${code}`);
  }
}
