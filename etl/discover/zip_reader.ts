import { closeSync, openSync } from 'node:fs';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { Rejection } from '../diagnostics/rejection.js';
import type { Limits } from '../limits.js';
import { assertPossibleSize, type GraphReader, HEAD, readOrReject } from './graph_reader.js';
import type { GraphRef } from './input.js';
import { ReadBuffer } from './read_buffer.js';

/** Bytes before the name of a member, and how they begin. */
const LOCAL_HEADER = 30;
const SIGNATURE = 0x04034b50;

/** Bytes that are read at once for heads: they are read in the order of the archive. */
const BLOCK = 256 * 1024;

/** Reads graphs that are members of a zip, whose directory has been read before. */
export class ZipReader implements GraphReader {
  readonly #fd: number;
  readonly #buffer = new ReadBuffer();
  readonly #blocks = new ReadBuffer();
  #block: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(
    path: string,
    readonly limits: Limits,
  ) {
    this.#fd = openSync(path, 'r');
  }

  read(ref: GraphRef): Buffer {
    const { size, crc32: checksum, isDeflated } = ref.declared!;
    assertPossibleSize(Math.max(size, ref.size), this.limits);
    const packed = packedBytes(ref, ref.size, (offset, length) =>
      this.#buffer.read(this.#fd, offset, length),
    );
    const unpacked = isDeflated ? inflate(packed, size) : packed;
    if (unpacked.length !== size) throw sizeMismatch(size, `${unpacked.length}`);
    if (crc32(unpacked) !== checksum) {
      throw new Rejection(
        'crc_mismatch',
        '',
        'expected the checksum that the archive declares, found another',
      );
    }
    return unpacked;
  }

  head(ref: GraphRef): Buffer {
    const packed = packedBytes(ref, Math.min(ref.size, HEAD), (offset, length) =>
      this.#fromBlock(offset, length),
    );
    if (!ref.declared!.isDeflated) return packed;
    try {
      return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return Buffer.alloc(0);
    }
  }

  /** Of the packed bytes too: the directory may declare what the archive does not hold. */
  stamp(ref: GraphRef): string {
    const { size, crc32: checksum, isDeflated } = ref.declared!;
    const declared = `${size} ${checksum} ${isDeflated} ${ref.size}`;
    if (ref.size > this.limits.graphBytes) return declared;
    try {
      return `${declared} ${crc32(packedBytes(ref, ref.size, (from, length) => this.#fromBlock(from, length)))}`;
    } catch (error) {
      if (error instanceof Rejection) return `${declared} ${error.code}`;
      throw error;
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  #fromBlock(offset: number, length: number): Buffer {
    const { start, bytes } = this.#block;
    if (offset < start || offset + length > start + bytes.length) {
      this.#block = { start: offset, bytes: this.#blocks.read(this.#fd, offset, Math.max(BLOCK, length)) };
    }
    const from = offset - this.#block.start;
    return this.#block.bytes.subarray(from, from + length);
  }
}

/** The first `limit` packed bytes of a member: they follow its local header, whose length shows when it is read. */
function packedBytes(
  { name, offset }: GraphRef,
  limit: number,
  bytesAt: (offset: number, length: number) => Buffer,
): Buffer {
  const guess = LOCAL_HEADER + Buffer.byteLength(name) + 32;
  let bytes = readOrReject(() => bytesAt(offset, guess + limit));
  if (bytes.length < LOCAL_HEADER || bytes.readUInt32LE(0) !== SIGNATURE) {
    throw new Rejection('bad_zip_member', '', 'expected a local header, found other bytes');
  }
  const start = LOCAL_HEADER + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  if (start > guess) bytes = readOrReject(() => bytesAt(offset, start + limit));
  return bytes.subarray(start, start + limit);
}

/** One buffer of the declared size takes all, and shows a member that unpacks to more. */
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
