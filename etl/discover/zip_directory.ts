import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { fromRandomAccessReaderPromise } from 'yauzl';
import { UserError } from '../error.js';
import { BlockReader } from './block_reader.js';

/** One entry of the directory of a zip. */
export interface DirectoryEntry {
  /** Name as UTF-8. */
  readonly name: string;
  /** General purpose flags, and the method of compression: 0 stored, 8 deflated. */
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  /** Bytes packed and unpacked, as declared. */
  readonly packed: number;
  readonly size: number;
  /** First byte of the local header in the file that holds the archive. */
  readonly offset: number;
  /** What is wrong with the entry itself, where it is. */
  readonly fault?: string;
}

/** A stretch of a file that is a zip archive: a whole file, or a member that is stored in another archive. */
export interface ZipFile {
  readonly path: string;
  readonly start?: number;
  readonly size?: number;
}

const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const ZIP64_FIELD = 1;
const LIMIT_32 = 0xffffffff;

/** Bytes of the directory that are read at once. */
const BLOCK = 1 << 20;

/** Longest entry: a name, an extra field and a comment of 64 KB each. */
const LONGEST_ENTRY = ENTRY_SIZE + 3 * 0xffff;

/**
 * Reads the directory of a zip (zip64 too), in its order. An entry that is faulty is given with its fault, and the others as they are.
 * @throws UserError when there is no directory, or when it does not hold as many entries as it declares
 */
export function readDirectory(zip: ZipFile, source: string): Promise<DirectoryEntry[]> {
  return openDirectory(zip).then(
    ({ start, count }) => readEntries(zip, start, count, source),
    (error) => {
      if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
      throw unreadable(source, (error as Error).message);
    },
  );
}

function unreadable(source: string, found: string): UserError {
  return new UserError(
    `${source}: expected a zip archive, found one that does not read (${found}); get the file again.`,
  );
}

/** Place and declared number of the entries; yauzl knows where a directory may stand. */
async function openDirectory({ path, start = 0, size = statSync(path).size - start }: ZipFile) {
  const opened = await fromRandomAccessReaderPromise(new BlockReader(path, start), size, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  const place = opened as unknown as { readEntryCursor: number };
  opened.close();
  return { start: start + place.readEntryCursor, count: opened.entryCount };
}

function readEntries(
  { path, start: base = 0 }: ZipFile,
  start: number,
  count: number,
  source: string,
): DirectoryEntry[] {
  const file = openSync(path, 'r');
  try {
    const bytes = new Window(file, start);
    const entries: DirectoryEntry[] = [];
    for (let entry = bytes.at(ENTRY_SIZE); entry?.readUInt32LE(0) === ENTRY; entry = bytes.at(ENTRY_SIZE)) {
      const [name, extra, comment] = [28, 30, 32].map((at) => entry.readUInt16LE(at)) as [
        number,
        number,
        number,
      ];
      const whole = bytes.at(ENTRY_SIZE + name + extra + comment);
      if (!whole) break;
      entries.push(entryOf(whole, name, extra, base));
      bytes.skip(whole.length);
    }
    if (entries.length > count) {
      throw unreadable(source, 'it has more members than it declares, as without zip64 beyond 65,535');
    }
    if (entries.length < count) {
      throw unreadable(source, `of ${count} members its directory lists ${entries.length}`);
    }
    return entries;
  } finally {
    closeSync(file);
  }
}

/** Walks a file from a place on, a block at a time. */
class Window {
  readonly #file: number;
  #bytes = Buffer.alloc(0);
  #start: number;
  #next = 0;

  constructor(file: number, start: number) {
    this.#file = file;
    this.#start = start;
  }

  /** The next bytes, as many as asked for; undefined where the file ends before. They are valid until the next call. */
  at(length: number): Buffer | undefined {
    if (this.#next + length > this.#bytes.length) this.#load();
    const found = this.#bytes.subarray(this.#next, this.#next + length);
    return found.length === length ? found : undefined;
  }

  skip(length: number): void {
    this.#next += length;
  }

  #load(): void {
    this.#start += this.#next;
    this.#next = 0;
    const block = Buffer.allocUnsafe(BLOCK + LONGEST_ENTRY);
    this.#bytes = block.subarray(0, readSync(this.#file, block, 0, block.length, this.#start));
  }
}

function entryOf(bytes: Buffer, nameLength: number, extraLength: number, base: number): DirectoryEntry {
  const name = bytes.toString('utf8', ENTRY_SIZE, ENTRY_SIZE + nameLength);
  const extra = bytes.subarray(ENTRY_SIZE + nameLength, ENTRY_SIZE + nameLength + extraLength);
  const declared = [24, 20, 42].map((at) => bytes.readUInt32LE(at));
  const fields = fieldsOf(extra);
  const wide = fields?.get(ZIP64_FIELD);
  let at = 0;
  const [size, packed, offset] = declared.map((value) => {
    if (value !== LIMIT_32 || !wide || wide.length < at + 8) return value;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  }) as [number, number, number];
  const isShort =
    wide !== undefined && wide.length < 8 * declared.filter((value) => value === LIMIT_32).length;
  const fault =
    !fields || isShort ? 'expected extra fields of the length that they declare, found others' : undefined;
  return {
    name,
    flags: bytes.readUInt16LE(8),
    method: bytes.readUInt16LE(10),
    crc32: bytes.readUInt32LE(16),
    packed,
    size,
    offset: base + offset,
    ...(fault && { fault }),
  };
}

/** The extra fields of an entry by their id; undefined where they do not fill their room. */
function fieldsOf(extra: Buffer): Map<number, Buffer> | undefined {
  const fields = new Map<number, Buffer>();
  let at = 0;
  // Fewer than four bytes at the end are padding: Android's zipalign writes it.
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    fields.set(extra.readUInt16LE(at), extra.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
