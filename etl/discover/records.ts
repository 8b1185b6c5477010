import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ArrayScan } from './array_scan.js';
import type { Range } from './byte_range.js';
import { isSpace } from './element_key.js';
import type { GraphRef, Input } from './input.js';

const LF = 0x0a;
const OPEN = 0x5b;
const MARK = [0xef, 0xbb, 0xbf];

/** Finds the lines of a JSONL file; blank ones are no records. Memory does not grow with the file. */
export async function findLines(
  path: string,
  source: string,
  onFound: (found: number) => void = () => {},
): Promise<Input> {
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
    onFound(refs.length);
  }
  end(position);
  return { location: { kind: 'records', path, source }, refs, rejected: [], skipped: [] };
}

/**
 * Finds the elements of one big JSON array by brackets, quotes and first keys alone, so that an element that does not parse costs
 * only itself. Where the opening bracket is missing and several graphs follow each other, they are its elements; any other file
 * is one record. Memory does not grow with the file.
 */
export async function findElements(
  path: string,
  source: string,
  onFound: (found: number) => void = () => {},
): Promise<Input> {
  const isList = await startsWithList(path);
  const ranges: Range[] = [];
  const scan = new ArrayScan((range) => ranges.push(range), !isList);
  let size = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    scan.push(block);
    size += block.length;
    onFound(ranges.length);
  }
  scan.end();
  const records: readonly Range[] = isList || scan.named > 1 ? ranges : [[0, size]];
  const refs = records.map(([start, end], i) => ({ name: String(i + 1), offset: start, size: end - start }));
  return { location: { kind: 'records', path, source }, refs, rejected: [], skipped: [] };
}

/** True when the first character of the file, after a byte-order mark and white space, opens a list. */
async function startsWithList(path: string): Promise<boolean> {
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
