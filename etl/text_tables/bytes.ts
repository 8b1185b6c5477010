import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LIMITS, type Limits, mostUnpacked } from '../limits.js';

/** How a text table is written, as far as its first bytes show. */
export interface Encoding {
  /** Name for TextDecoder; undefined for UTF-8. */
  readonly utf16: 'utf-16le' | 'utf-16be' | undefined;
}

/** Bytes that are read, and handed on, at once. */
const CHUNK = 2 ** 20;

const LF = 10;
const CR = 13;

/**
 * The bytes of a text file as UTF-8 without a byte-order mark, a gzip file unpacked whatever its name, UTF-16 decoded. Where
 * every line ends in a lone CR, it ends in LF. What is not UTF-8 is handed on as it is.
 * @param onEncoding is given the encoding before the first chunk comes
 * @param onBroken is given the reason when a gzip file breaks off, or unpacks to more than it may; what came before it has been
 *   handed on
 * @throws what the file system throws
 */
export async function* readUtf8(
  path: string,
  onEncoding: (encoding: Encoding) => void,
  onBroken: (reason: string) => void,
  limits: Limits = LIMITS,
): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let isFirst = true;
  let endsInCr = false;
  for await (let chunk of unpacked(path, onBroken, limits)) {
    if (isFirst) {
      const utf16 = utf16Of(chunk);
      if (utf16) decoder = new TextDecoder(utf16);
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
      onEncoding({ utf16 });
    }
    if (decoder) chunk = Buffer.from(decoder.decode(chunk, { stream: true }));
    if (isFirst) endsInCr = !chunk.includes(LF) && chunk.includes(CR);
    if (endsInCr) chunk = chunk.map((byte) => (byte === CR ? LF : byte)) as Buffer;
    isFirst = false;
    yield chunk;
  }
  const rest = decoder?.decode();
  if (rest) yield Buffer.from(rest);
}

async function* unpacked(
  path: string,
  onBroken: (reason: string) => void,
  limits: Limits,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const bytes = file[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const first = await bytes.next();
  if (first.done) return;
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isPacked) {
    yield first.value;
    yield* bytes;
    return;
  }
  file.destroy();
  const limit = mostUnpacked(limits, statSync(path).size);
  let total = 0;
  try {
    for await (const chunk of gunzip(path) as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > limit) {
        onBroken(`after ${limit} bytes, more than it may unpack to; see --max-unpacked`);
        return;
      }
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_') && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    onBroken(code);
  }
}

function gunzip(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const unpacking = createGunzip({ chunkSize: CHUNK });
  file.on('error', (error) => unpacking.destroy(error));
  unpacking.on('close', () => file.destroy());
  return file.pipe(unpacking);
}

function isUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** UTF-16 by its mark, or because every other byte of its first characters is 0. */
function utf16Of(bytes: Buffer): Encoding['utf16'] {
  if (isUtf16Mark(bytes)) return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const head = bytes.subarray(0, 64);
  if (head.length < 8) return undefined;
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const half = head.length / 2;
  if (zeros[1]! > half * 0.9 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > half * 0.9 && zeros[1] === 0) return 'utf-16be';
  return undefined;
}
