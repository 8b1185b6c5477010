import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { GraphRef, Input } from './input.js';

/** Byte range of one record of a file. */
type Range = readonly [start: number, end: number];

const [TAB, LF, CR, SPACE, QUOTE, COMMA, OPEN, CLOSE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE] = [
  ...[0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x5b, 0x5d, 0x5c, 0x7b, 0x7d],
] as [number, number, number, number, number, number, number, number, number, number, number];

const isSpace = (byte: number) => byte === SPACE || byte === LF || byte === CR || byte === TAB;
const MARK = [0xef, 0xbb, 0xbf];

/** Finds the lines of a JSONL file; blank ones are no records. Memory does not grow with the file. */
export async function findLines(path: string, source: string): Promise<Input> {
  const refs: GraphRef[] = [];
  let start = 0;
  let line = 0;
  let isBlank = true;
  const end = (at: number) => {
    line++;
    if (!isBlank) refs.push({ name: String(line), offset: start, size: at - start });
    start = at + 1;
    isBlank = true;
  };
  let position = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let from = 0; from < block.length; ) {
      const found = block.indexOf(LF, from);
      const to = found < 0 ? block.length : found;
      for (let i = from; isBlank && i < to; i++) isBlank = isSpace(block[i]!);
      if (found >= 0) end(position + found);
      from = to + 1;
    }
    position += block.length;
  }
  end(position);
  return { location: { kind: 'records', path, source }, refs, rejected: [] };
}

/**
 * Finds the elements of one big JSON array by brackets and quotes alone, so that an element that does not
 * parse costs only itself. A file with another root is one record. Memory does not grow with the file.
 */
export async function findElements(path: string, source: string): Promise<Input> {
  const ranges: Range[] = [];
  const scan = new ArrayScan((range) => ranges.push(range));
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    scan.push(block);
  }
  scan.end();
  const refs = ranges.map(([start, end], i) => ({ name: String(i + 1), offset: start, size: end - start }));
  return { location: { kind: 'records', path, source }, refs, rejected: [] };
}

/** True when the first character of the file, after a byte-order mark and white space, opens a list. */
export async function startsWithList(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = MARK.every((byte, i) => buffer[i] === byte) ? MARK.length : 0;
    const first = buffer.subarray(start, bytesRead).find((byte) => !isSpace(byte));
    return first === OPEN;
  } finally {
    await file.close();
  }
}

/** Walks the bytes of a JSON array and tells the byte range of each element, without white space around it. */
class ArrayScan {
  #position = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #start = -1;
  #end = -1;

  constructor(readonly found: (range: Range) => void) {}

  push(block: Buffer): void {
    for (let i = 0; i < block.length; i++) {
      const byte = block[i]!;
      if (this.#inString) {
        i = this.#skipString(block, i);
        continue;
      }
      if (isSpace(byte) || (this.#position + i < MARK.length && MARK.includes(byte))) continue;
      this.#meet(byte, this.#position + i);
    }
    this.#position += block.length;
  }

  /** Goes to the closing quote of the string, or to the last byte of the block. */
  #skipString(block: Buffer, from: number): number {
    for (let i = from; i < block.length; i++) {
      if (this.#escaped) this.#escaped = false;
      else if (block[i] === BACKSLASH) this.#escaped = true;
      else if (block[i] === QUOTE) {
        this.#inString = false;
        this.#end = this.#position + i + 1;
        return i;
      }
    }
    this.#end = this.#position + block.length;
    return block.length - 1;
  }

  #meet(byte: number, at: number): void {
    if (byte === CLOSE || byte === CLOSE_BRACE) this.#depth--;
    const isOuter =
      (this.#depth === 0 && (byte === OPEN || byte === CLOSE)) || (this.#depth === 1 && byte === COMMA);
    if (isOuter) this.#emit();
    else {
      if (this.#start < 0) this.#start = at;
      this.#end = at + 1;
    }
    if (byte === OPEN || byte === OPEN_BRACE) this.#depth++;
    else if (byte === QUOTE) this.#inString = true;
  }

  #emit(): void {
    if (this.#start >= 0) this.found([this.#start, this.#end]);
    this.#start = -1;
  }

  /** What follows the last comma or the closing bracket is a record too: it will be judged like any other. */
  end(): void {
    this.#emit();
  }
}
